"""Word tables: broader words for object classes, phrasings of scenes and attributes, prompt templates."""

from __future__ import annotations

TEMPLATES: tuple[str, ...] = (
    "{}",
    "{}",
    "{}",
    "a {}",
    "the {}",
    "a photo of a {}",
    "a photo of {}",
    "a picture of a {}",
    "a close-up photo of a {}",
    "a photograph of the {}",
    "there is a {} in the photo",
    "a small photo of a {}",
)
"""The bare word comes most often: that is what people type into a search box."""

BROADER: dict[str, str] = {
    "dog, animal": "Chihuahua;Yorkshire terrier;golden retriever;Labrador retriever;German shepherd;"
    "standard poodle",
    "cat, animal": "tabby;Persian cat;Egyptian cat",
    "wild cat, animal": "cougar;lion",
    "bird, animal": "goose;black stork;king penguin;albatross",
    "fish, animal": "goldfish",
    "frog, animal": "bullfrog;tailed frog",
    "reptile, animal": "American alligator;boa constrictor;European fire salamander",
    "spider, animal": "black widow;tarantula",
    "insect, animal": "ladybug;fly;bee;grasshopper;walking stick;cockroach;mantis;dragonfly;centipede",
    "butterfly, insect, animal": "monarch;sulphur butterfly",
    "sea animal, animal": "jellyfish;brain coral;sea slug;American lobster;spiny lobster;dugong;sea cucumber;"
    "coral reef",
    "monkey, ape, animal": "orangutan;chimpanzee;baboon",
    "bear, animal": "brown bear",
    "pig, farm animal, animal": "hog",
    "cow, farm animal, animal": "ox;bison",
    "sheep, animal": "bighorn",
    "deer, animal": "gazelle",
    "camel, animal": "Arabian camel",
    "elephant, animal": "African elephant",
    "animal": "koala;guinea pig;lesser panda;scorpion;snail;slug;trilobite",
    "car, vehicle": "beach wagon;convertible;limousine;sports car;police van",
    "vehicle": "go-kart;tractor;jinrikisha;moving van;lawn mower",
    "bus, vehicle": "school bus;trolleybus",
    "train, vehicle": "bullet train;freight car",
    "boat, vehicle": "gondola;lifeboat",
    "bridge, building": "steel arch bridge;suspension bridge;viaduct",
    "tower, building": "beacon;water tower;obelisk",
    "house, building": "barn;thatch;cliff dwelling",
    "building": "triumphal arch;dam",
    "church": "altar;organ",
    "shop": "barbershop;butcher shop;confectionery",
    "fruit, food": "orange;lemon;banana;pomegranate",
    "vegetable, food": "cauliflower;bell pepper;mashed potato",
    "mushroom": "mushroom",
    "food": "guacamole;pretzel;meat loaf;pizza;potpie;plate",
    "dessert, food": "ice cream;ice lolly",
    "coffee, drink": "espresso",
    "drink, bottle": "beer bottle;pop bottle",
    "bottle": "pill bottle;water jug",
    "clothes": "academic gown;apron;cardigan;fur coat;kimono;military uniform;miniskirt;poncho;vestment;sock",
    "swimsuit, clothes": "bikini;swimming trunks",
    "hat, clothes": "sombrero",
    "shoes, clothes": "sandal",
    "glasses": "sunglasses",
    "furniture": "desk;dining table;chest;refrigerator",
    "chair, furniture": "rocking chair",
    "lamp, light": "lampshade;torch;candle",
    "ball, sport": "basketball;rugby ball;volleyball",
    "sport": "punching bag;dumbbell;scoreboard;snorkel",
    "musical instrument, music": "oboe;drumstick;brass",
    "kitchen, cooking": "frying pan;wok;wooden spoon;teapot",
    "machine": "cash machine;CD player;iPod;sewing machine;space heater;computer keyboard;remote control",
    "clock": "hourglass;stopwatch",
    "toy": "teddy",
    "bag": "backpack",
    "fence": "picket fence;chain;turnstile",
    "mountain": "alp;cliff",
    "sea, beach, coast, water": "seashore",
    "lake, water": "lakeside",
    "water": "fountain",
    "book": "comic book",
}
"""Broader words (comma-separated) for Tiny-ImageNet classes (first names, semicolon-separated)."""

SCENES: dict[str, tuple[str, ...]] = {
    "buildings": (
        "buildings",
        "building",
        "a tall building",
        "houses and buildings",
        "architecture",
        "a city with buildings",
        "skyscrapers",
    ),
    "forest": ("forest", "trees", "a forest with trees", "woods", "green woodland", "trees in a forest"),
    "glacier": (
        "glacier",
        "ice",
        "a glacier of ice and snow",
        "an iceberg",
        "an icy landscape",
        "frozen ice",
    ),
    "mountain": (
        "mountain",
        "mountains",
        "a mountain landscape",
        "a mountain peak",
        "rocky mountains",
        "hills",
    ),
    "sea": ("sea", "ocean", "the sea", "ocean waves", "sea water", "a seascape with waves"),
    "street": ("street", "road", "a city street", "a street with houses", "a road in a town", "an alley"),
}
"""Phrasings of the six scenes, the plain label first."""

SHEETS: dict[str, tuple[str, ...]] = {
    "document": (
        "document",
        "a document",
        "a sheet of paper with text",
        "a page of text",
        "a scanned page",
        "paper with writing",
        "printed text",
        "a letter",
        "a printed page",
        "text on paper",
    ),
    "receipt": ("receipt", "a receipt", "a till receipt", "a bill", "an invoice", "a scanned receipt"),
    "screenshot": ("screenshot", "a screenshot", "a web page", "a computer screen", "an app window"),
    "chart": ("chart", "a chart", "a diagram", "a graph", "a drawing", "a sketch", "a line drawing"),
    "photograph": ("photograph", "a photograph", "a photo", "a real photo", "a snapshot", "a natural photo"),
}
"""What a picture is at all: phrasings, the plain label first."""

INSIDE = (
    "refrigerator;desk;dining table;barbershop;altar;frying pan;computer keyboard;sewing machine;"
    "space heater;CD player;confectionery;butcher shop;wok;teapot;remote control;bathtub;wardrobe;"
    "bookcase;plate;lampshade;iPod;cash machine;rocking chair;chest;espresso;stopwatch;dumbbell;"
    "punching bag;comic book;vestment;organ;wooden spoon;pill bottle;meat loaf;potpie"
)
OUTSIDE = (
    "bison;bighorn;brown bear;lion;cougar;African elephant;Arabian camel;gazelle;ox;baboon;albatross;"
    "black stork;goose;king penguin;dugong;beach wagon;convertible;limousine;sports car;police van;go-kart;"
    "tractor;jinrikisha;moving van;lawn mower;school bus;trolleybus;bullet train;freight car;gondola;"
    "lifeboat;steel arch bridge;suspension bridge;viaduct;beacon;water tower;obelisk;barn;thatch;"
    "cliff dwelling;triumphal arch;dam;fountain;picket fence;alp;cliff;seashore;lakeside;flagpole;"
    "birdhouse;parking meter;maypole;crane;cannon"
)
"""Classes whose photographs are nearly all taken indoors, and nearly all outdoors."""

SMALL: dict[str, tuple[str, ...]] = {
    "airplane": ("airplane", "vehicle", "plane"),
    "automobile": ("automobile", "car", "vehicle"),
    "bird": ("bird", "animal"),
    "cat": ("cat", "animal"),
    "deer": ("deer", "animal"),
    "dog": ("dog", "animal"),
    "frog": ("frog", "animal"),
    "horse": ("horse", "animal"),
    "ship": ("ship", "boat", "vehicle"),
    "truck": ("truck", "vehicle"),
}
"""Labels of the photographs at 32 pixels and the words that hold of each."""

SMALL_OUTSIDE = ("airplane", "automobile", "deer", "horse", "ship", "truck")
"""Of these, what is nearly always taken outdoors."""

BUILT_OR_LAND = ("building", "bridge", "tower", "house", "mountain", "sea", "lake", "water", "beach")
"""An object class under one of these is no sure counter-example of a scene (a viaduct may be a street)."""

ATTRIBUTES: dict[str, tuple[str, str]] = {
    "night": (
        r"\b(at night|night|nighttime|in the dark|after dark|night sky|fireworks|moonlight)\b",
        (
            "night|night|at night|a photo taken at night|nighttime|in the dark|a dark night|a night scene"
            "|the city at night|taken at night|night time"
        ),
    ),
    "day": (
        (
            r"\b(sunny|daytime|daylight|blue sky|(?:clear|nice|bright|summer|cloudy|hot|snowy|winter) day"
            r"|sunshine|midday|in the sun|green grass|grassy field)\b"
        ),
        (
            "day|day|by day|a photo taken during the day|daytime|in daylight|a sunny day|a day scene"
            "|the city by day|taken in daylight|day time"
        ),
    ),
    "indoors": (
        (
            r"\b(indoors?|inside|room|couch|sofa|kitchen|restaurant|office|bedroom|gym|living room"
            r"|classroom|bed)\b"
        ),
        "indoors|inside a room|an indoor photo|inside|a room",
    ),
    "outdoors": (
        r"\b(outdoors?|outside|field|beach|mountain|ocean|lake|forest|woods|park|street|hill|snow)\b",
        "outdoors|outside|an outdoor photo|in the open air|outdoor scene",
    ),
    "sunset": (
        r"\b(sunset|sunrise|dusk|dawn|twilight|setting sun)\b",
        "sunset|sunrise|a sunset sky|the sun going down|dusk",
    ),
    "snow": (
        r"\b(snow|snowy|ski|skis|skiing|snowboarder|sled|snowboard)\b",
        "snow|snowy|winter|covered in snow",
    ),
    "beach": (r"\b(beach|seashore|shore|sandy beach)\b", "beach|a beach|sandy beach|by the sea"),
    "water": (r"\b(water|lake|river|ocean|sea|pool|pond|waves?)\b", "water|in the water|a lake|a river"),
    "person": (
        r"\b(man|woman|boy|girl|person|people|men|women|child|children|lady|guy|kid|kids|toddler|baby)\b",
        "person|people|a human|someone|a photo of people",
    ),
}
"""Attribute: (pattern searched in a photo's captions, phrasings separated by |). A photo no caption of which
matches counts as a negative only against photos that match."""

OPPOSITES: dict[str, str] = {"night": "day", "day": "night", "indoors": "outdoors", "outdoors": "indoors"}
"""Captions leave much unsaid: only a match of the opposite makes a photo a sure negative of these."""

UNSAID = frozenset(
    {
        *("animal", "bag", "ball", "building", "chair", "clothes", "drink", "fence", "food", "furniture"),
        *("glasses", "house", "kitchen", "light", "machine", "mountain", "music", "shop", "shoes", "sport"),
        *("toy", "tower", "vehicle"),
    }
)
"""Words that captions often leave out although the photo shows it."""

IMPLIED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("dog", "cat", "horse", "bird", "cow", "sheep", "duck", "monkey"), ("animal",)),
    **dict.fromkeys(("puppy", "greyhound", "terrier", "poodle", "labrador"), ("dog", "animal")),
    **dict.fromkeys(("car", "truck", "bus", "motorcycle", "van", "boat", "train", "tractor"), ("vehicle",)),
    **dict.fromkeys(("soccer", "football", "tennis", "baseball", "hockey", "rugby"), ("sport",)),
    **dict.fromkeys(("shirt", "jacket", "dress", "jeans", "pant", "coat", "sweater"), ("clothes",)),
}
"""A word of a caption: the broader words that hold as well."""

STOP_WORDS = frozenset(
    """
    a an the in is on and with of are wearing to two at while his through down by front up one as
    over near for from outside her another other next into some around out looking its behind three
    off their has along looks across him it that together top doing each s being there something
    back them four long big hand side head high beside look towards who does above during colored
    many body onto under open hands others against after nearby very middle whilst someone taking
    away about t trying going this takes toward past all they getting he edge she or lot be set
    right left have no tries gets line five ready like makes makes between distance area being
    picture photo photograph shot view number be few just way same six third different which having
    do attached before half below end seen using make go get goes attempting attempts prepares
    together part several full close bunch filled low short huge wide both coming surrounded making
    dressed covered appears show showing these those what where when not only first second more than
    then but if himself herself themselves itself my your our we you i was were been will can could
    would outfit object
    """.split()  # noqa: SIM905 - a paragraph of words reads better than 200 quoted ones
)
"""Words of captions that name nothing one could search for."""
