"""Scenes on a table: an apple, coffee, a birthday cake, fruit, a cactus in its pot."""

from __future__ import annotations

import numpy as np
from paint import Picture, Plane, Rng, add, blend, blur, glow, ramp, rgb, sample, smooth, tile
from solid import (
    Light,
    Part,
    ball,
    bokeh,
    box,
    cut,
    drum,
    floor,
    join,
    melt,
    render,
    ring,
    rod,
    wood,
)


def _apple(x0: float, z0: float, r: float) -> tuple[Part, Part, Part]:
    field = tile(np.random.default_rng(5), 256, 1.5, squash=5)

    def body(x: Plane, y: Plane, z: Plane) -> Plane:
        px, py, pz = x - x0, y - r * 0.88, z - z0
        rho = np.sqrt(px * px + pz * pz)
        angle = np.arctan2(pz, px)
        # A ring fat enough to close on itself, dimpled above and below, broader at the shoulders.
        lobes = 0.015 * np.cos(5 * angle) * np.clip(-py / r, 0, 1)
        fat = r * (0.62 + 0.05 * py / r + lobes)
        result: Plane = (np.sqrt((rho - r * 0.4) ** 2 + (py * 0.78) ** 2) - fat) * 0.8
        return result

    def skin(x: Plane, y: Plane, z: Plane) -> Picture:
        angle = np.arctan2(z - z0, x - x0)
        streak = sample(field, (y / r) * 30, angle * 256 / (2 * np.pi))
        crown = smooth(1.15, 1.6, y / r) * 0.55
        blush = 0.45 + 0.14 * streak - crown + 0.1 * np.sin(angle)
        return ramp(blush, [(-0.2, "d9b84a"), (0.12, "d8642e"), (0.4, "c01f22"), (0.9, "8c0f18")])

    stem = join(
        rod((x0, r * 1.1, z0), (x0 + r * 0.05, r * 1.55, z0), r * 0.045),
        rod((x0 + r * 0.05, r * 1.55, z0), (x0 + r * 0.16, r * 1.78, z0), r * 0.05),
    )

    def leaf(x: Plane, y: Plane, z: Plane) -> Plane:
        a, b = x - x0 - r * 0.42, y - r * 1.62 - (x - x0 - r * 0.3) * 0.35
        c = z - z0
        oval = np.sqrt((a / 0.36) ** 2 + (c / 0.17) ** 2 + (b / 0.03) ** 2) - r
        return oval * 0.03

    return (Part(body, skin, 0.75), Part(stem, rgb("5c4023")), Part(leaf, rgb("5f9a34"), 0.2))


def red_apple(_rng: Rng, h: int, w: int) -> Picture:
    """A red apple on a wooden table."""
    backdrop = bokeh(h, w, [(0, "5e6f5a"), (0.35, "a9ab86"), (0.6, "cdbd95"), (1, "cdbd95")], 3, 18)
    parts = [*_apple(0, 0, 0.5), Part(floor(), wood(2))]
    return render(
        parts,
        backdrop,
        eye=(0.2, 1.2, -3.3),
        target=(0.02, 0.44, 0),
        focal=1.75,
        light=Light(toward=(-0.65, 0.75, -0.45)),
        far=7,
    )


def cup_of_coffee(rng: Rng, h: int, w: int) -> Picture:
    """A cup of coffee on a saucer, steam rising."""
    backdrop = bokeh(h, w, [(0, "3b2a20"), (0.4, "7a5638"), (0.6, "9c7550"), (1, "9c7550")], 8, 30)
    cup = cut(drum(0, 0.42, 0, 0.43, 0.36, 0.03, 0.09), drum(0, 0.52, 0, 0.41, 0.38, 0.03, 0.08))
    handle = ring(0.52, 0.44, 0.0, 0.17, 0.045, upright=True)
    saucer = melt(
        0.05,
        drum(0, 0.03, 0, 0.5, 0.02, 0.015),
        ring(0, 0.075, 0, 0.72, 0.02),
        drum(0, 0.05, 0, 0.7, 0.018, 0.015),
    )
    swirl = tile(np.random.default_rng(4), 256, 1.8)

    def surface(x: Plane, _y: Plane, z: Plane) -> Picture:
        r, a = np.hypot(x, z), np.arctan2(z, x)
        arm = np.sin(a * 2 + r * 26) * 0.5 + 0.35 * sample(swirl, z * 200, x * 200)
        return ramp(arm - r * 1.2, [(-1.1, "3a1e0e"), (-0.2, "6e3f1d"), (0.25, "c39058"), (0.8, "ecd3a6")])

    spoon = join(rod((0.28, 0.115, -0.62), (0.95, 0.12, -0.3), 0.022), ball(0.2, 0.115, -0.66, 0.1, 0.35))
    parts = [
        Part(join(cut(handle, drum(0, 0.42, 0, 0.43, 0.36, 0.03, 0.09)), cup), rgb("f3efe8"), 0.8),
        Part(saucer, rgb("efeae2"), 0.6),
        Part(drum(0, 0.64, 0, 0.42, 0.02), surface, 0.3),
        Part(spoon, rgb("b9bcc0"), 1.0),
        Part(ball(-1.0, 0.04, -0.5, 0.06, 0.6), rgb("4a2713"), 0.5),
        Part(ball(-1.12, 0.04, -0.32, 0.06, 0.6), rgb("41210f"), 0.5),
        Part(ball(-0.9, 0.04, -0.72, 0.06, 0.6), rgb("54301a"), 0.5),
        Part(floor(), wood(6, "8a5a36", "4a2c18")),
    ]
    picture = render(
        parts,
        backdrop,
        eye=(0.4, 1.75, -2.9),
        target=(0, 0.42, 0),
        focal=1.6,
        light=Light(toward=(-0.7, 0.7, 0.1), sun=(2.4, 2.1, 1.7)),
        far=7,
    )
    field = tile(rng, 512, 1.9)
    rows, columns = np.mgrid[0:h, 0:w].astype(np.float32)
    up = np.clip((h * 0.38 - rows) / (h * 0.38), 0, 1)
    bend = sample(field, rows * 0.16, columns * 0.05) * 55 * up
    veil = sample(field, rows * 0.12 + 90, (columns + bend) * 0.5)
    body = (
        np.exp(-(((columns + bend - w * 0.5) / (w * 0.09)) ** 2)) * smooth(0, 0.12, up) * smooth(1, 0.35, up)
    )
    return blend(picture, (1, 0.98, 0.95), np.clip(body * smooth(-0.2, 1.5, veil) * 0.5, 0, 1))


def birthday_cake(_rng: Rng, h: int, w: int) -> Picture:
    """A birthday cake with burning candles in a dim room."""
    backdrop = bokeh(h, w, [(0, "2a1a2b"), (0.5, "5a3346"), (0.75, "7a4a48"), (1, "7a4a48")], 12, 40)

    def icing(x: Plane, y: Plane, z: Plane) -> Plane:
        angle = np.arctan2(z, x)
        hang = 0.66 - 0.1 * (0.5 + 0.5 * np.sin(angle * 9 + np.sin(angle * 4) * 1.3))
        result: Plane = np.maximum(drum(0, 0.5, 0, 0.815, 0.35, 0.05)(x, y, z), (hang - y) * 0.6)
        return result

    def dots(x: Plane, y: Plane, z: Plane) -> Plane:
        step = 2 * np.pi / 20
        angle = np.arctan2(z, x)
        turn = angle - np.round(angle / step) * step
        rho = np.hypot(x, z)
        u, v = rho * np.cos(turn), rho * np.sin(turn)
        top = np.sqrt((u - 0.7) ** 2 + ((y - 0.87) / 0.9) ** 2 + v**2) - 0.085
        foot = np.sqrt((u - 0.84) ** 2 + (y - 0.2) ** 2 + v**2) - 0.085
        result: Plane = np.minimum(top, foot) * 0.85
        return result

    def sponge(_x: Plane, y: Plane, _z: Plane) -> Picture:
        layer = smooth(0.01, 0.03, np.abs(y - 0.42))
        return ramp(layer, [(0, "fff4ea"), (1, "f3b7c2")])

    spots = [
        (0.46 * np.cos(a), 0.46 * np.sin(a)) for a in np.linspace(0.3, 2 * np.pi + 0.3, 7, endpoint=False)
    ]
    tones = ["e8574f", "4f9be0", "f4c53d", "6cc067", "b06cd0", "f08a3c", "47c0b8"]
    parts = [
        Part(drum(0, 0.5, 0, 0.8, 0.34, 0.04), sponge, 0.1),
        Part(icing, rgb("fff7ee"), 0.25),
        Part(dots, rgb("fffaf4"), 0.25),
        Part(join(drum(0, 0.1, 0, 1.12, 0.025), drum(0, 0.04, 0, 0.5, 0.05)), rgb("dfe4ea"), 0.7),
        Part(floor(), wood(9, "8f5c40", "553222")),
    ]
    for (x, z), tone in zip(spots, tones, strict=True):

        def stripes(px: Plane, py: Plane, pz: Plane, x: float = x, z: float = z, tone: str = tone) -> Picture:
            wind = np.sin(py * 55 + np.arctan2(pz - z, px - x))
            return ramp(smooth(-0.15, 0.15, wind), [(0, "fdfdfd"), (1, tone)])

        parts.append(Part(rod((x, 0.8, z), (x, 1.2, z), 0.03), stripes, 0.3, 0.25))
        parts.append(Part(rod((x, 1.2, z), (x, 1.26, z), 0.008), rgb("2a2020")))
    eye, target, focal = np.array((0.0, 2.0, -3.6)), np.array((0.0, 0.66, 0.0)), 1.5
    picture = render(
        parts,
        backdrop,
        eye=(0.0, 2.0, -3.6),
        target=(0.0, 0.66, 0.0),
        focal=focal,
        far=8,
        light=Light(
            toward=(-0.4, 0.8, -0.35),
            sun=(1.35, 1.1, 0.85),
            above=(0.55, 0.42, 0.36),
            below=(0.3, 0.2, 0.18),
            softness=5,
        ),
    )
    forward = (target - eye) / np.linalg.norm(target - eye)
    upward = np.cross(forward, (1.0, 0, 0))
    rows, columns = np.mgrid[0:h, 0:w].astype(np.float32)
    flames = np.zeros((h, w), dtype=np.float32)
    for x, z in spots:
        away = np.array((x, 1.3, z)) - eye
        depth = away @ forward
        px, py = w / 2 + away[0] / depth * focal * h, h / 2 - (away @ upward) / depth * focal * h
        s = h * 0.012 * 3.8 / depth
        drop = (py - rows) / (s * 2.6)
        wide = s * np.clip(1 - np.clip(drop, 0, 1.2) ** 1.4, 0.02, 1)
        shape = smooth(1.1, 0.5, np.sqrt(((columns - px) / wide) ** 2 + np.clip(-drop * 2.6, 0, 9) ** 2)) * (
            drop < 1
        )
        flames = np.maximum(flames, shape)
        picture = add(picture, (1.0, 0.66, 0.25), glow(h, w, float(px), float(py), s * 3.2) ** 1.3 * 0.5)
    picture = blend(picture, (1.0, 0.86, 0.45), flames)
    return add(picture, (1.0, 0.9, 0.6), blur(flames, 3) * 0.9)


def bowl_of_fruit(_rng: Rng, h: int, w: int) -> Picture:
    """Apples, oranges, a banana and grapes in a bowl."""
    backdrop = bokeh(h, w, [(0, "c9d3d2"), (0.4, "e4e4da"), (0.62, "d5cbb6"), (1, "d5cbb6")], 21, 10)
    pit = tile(np.random.default_rng(3), 256, 0.6)

    def peel(x: Plane, y: Plane, z: Plane) -> Picture:
        dots = sample(pit, (y + z) * 150, (x + z * 0.5) * 150)
        return ramp(0.5 + 0.05 * dots, [(0, "d8720f"), (1, "fb9d23")])

    outer, inner = ball(0, 0.72, 0, 0.98, 0.72), ball(0, 0.78, 0, 0.93, 0.72)
    bowl = cut(outer, inner, box(0, 1.75, 0, 2, 1.15, 2))

    def glaze(_x: Plane, y: Plane, _z: Plane) -> Picture:
        band = smooth(0.02, 0.03, np.abs(y - 0.5)) * smooth(0.008, 0.014, np.abs(y - 0.42))
        return ramp(band, [(0, "2f5f9a"), (1, "eef0ee")])

    def banana(lift: float, turn: float, reach: float) -> Part:
        def shape(x: Plane, y: Plane, z: Plane) -> Plane:
            a, b, c = x + 0.1, y - 0.4 - lift, z + reach
            b, c = b * np.cos(turn) - c * np.sin(turn), b * np.sin(turn) + c * np.cos(turn)
            angle = np.clip(np.arctan2(a, b), -1.05, 1.05)
            ca, sa = np.cos(angle) * 0.72, np.sin(angle) * 0.72
            thick = 0.125 * np.sqrt(np.clip(1.06 - (np.abs(angle) / 1.05) ** 4, 0.05, 1))
            result: Plane = (np.sqrt((a - sa) ** 2 + (b - ca) ** 2 + c * c) - thick) * 0.8
            return result

        def skin(x: Plane, _y: Plane, _z: Plane) -> Picture:
            tip = smooth(0.56, 0.64, np.abs(x + 0.1))
            return ramp(tip, [(0, "f4cc32"), (0.5, "d8b83a"), (1, "4f3b1a")])

        return Part(shape, skin, 0.25)

    grapes = [
        ball(
            0.52 + 0.12 * i - 0.06 * (j % 2),
            0.86 - 0.1 * j,
            -0.5 - 0.09 * j + 0.08 * ((i + j) % 2),
            0.085,
        )
        for j in range(4)
        for i in range(4 - j // 2)
    ]
    parts = [
        Part(bowl, glaze, 0.7),
        Part(floor(), wood(14, "a9784a", "70482a")),
        Part(ball(-0.42, 0.88, -0.28, 0.32), peel, 0.35),
        Part(ball(0.12, 0.84, -0.45, 0.31), rgb("c4242a"), 0.7),
        Part(ball(0.4, 0.92, 0.12, 0.33), rgb("86b53a"), 0.6),
        Part(ball(-0.1, 1.0, 0.2, 0.32), peel, 0.35),
        Part(ball(-0.62, 0.84, 0.2, 0.28), rgb("b81f2a"), 0.7),
        Part(rod((0.12, 1.1, -0.45), (0.16, 1.24, -0.45), 0.018), rgb("5a3d20")),
        Part(rod((0.4, 1.2, 0.12), (0.37, 1.34, 0.12), 0.018), rgb("5a3d20")),
        banana(0.22, 0.25, -0.1),
        banana(0.3, 0.05, -0.34),
        Part(join(*grapes), rgb("5b2a6a"), 0.7),
        Part(ball(1.42, 0.28, -0.35, 0.28), peel, 0.35),
    ]
    return render(
        parts,
        backdrop,
        eye=(0.1, 1.75, -3.9),
        target=(0.1, 0.62, 0),
        focal=1.62,
        light=Light(toward=(-0.6, 0.75, -0.5)),
        far=8,
    )


def potted_cactus(_rng: Rng, h: int, w: int) -> Picture:
    """A cactus with a pink flower in a clay pot."""
    backdrop = bokeh(h, w, [(0, "e9d9c2"), (0.5, "f3e7d2"), (0.8, "dcc4a4"), (1, "dcc4a4")], 31, 0)

    def ribbed(x0: float, y0: float, r: float, tall: float) -> Part:
        def shape(x: Plane, y: Plane, z: Plane) -> Plane:
            angle = np.arctan2(z, x - x0)
            rib = r * 0.09 * np.cos(angle * 13)
            ribs: Plane = (rod((x0, y0, 0), (x0, y0 + tall, 0), r)(x, y, z) - rib) * 0.75
            return ribs

        def skin(x: Plane, y: Plane, z: Plane) -> Picture:
            ridge = np.cos(np.arctan2(z, x - x0) * 13)
            spine = smooth(0.9, 0.97, ridge) * smooth(0.55, 0.85, np.sin(y * 62))
            return ramp(
                0.55 * ridge + 2.2 * spine,
                [(-0.6, "2c5a34"), (0.5, "5d9a4e"), (0.7, "6ca758"), (2.2, "f6efcf")],
            )

        return Part(shape, skin, 0.15)

    arms = melt(
        0.06,
        rod((-0.2, 1.5, 0), (-0.55, 1.55, 0), 0.13),
        rod((-0.55, 1.55, 0), (-0.58, 2.0, 0), 0.14),
    )
    arm2 = melt(0.06, rod((0.2, 1.25, 0), (0.52, 1.3, 0), 0.12), rod((0.52, 1.3, 0), (0.55, 1.62, 0), 0.13))

    def arm_skin(x: Plane, y: Plane, z: Plane) -> Picture:
        side = np.sign(x) * 0.56
        ridge = np.cos(np.arctan2(z, x - side) * 9)
        spine = smooth(0.86, 0.96, ridge) * smooth(0.5, 0.85, np.sin(y * 62)) * (np.abs(x) > 0.42)
        return ramp(
            0.5 * ridge + 2.2 * spine,
            [(-0.6, "2f5f37"), (0.5, "619f52"), (0.7, "6ca758"), (2.2, "f6efcf")],
        )

    def petals(x: Plane, y: Plane, z: Plane) -> Plane:
        angle = np.arctan2(z, x)
        bloom = 0.13 * (0.82 + 0.25 * np.cos(angle * 8))
        flower: Plane = (np.sqrt(x * x + z * z + ((y - 2.33) * 1.5) ** 2) - bloom) * 0.6
        return flower

    pot = cut(
        join(drum(0, 0.4, 0, 0.47, 0.4, 0.03, 0.09), drum(0, 0.76, 0, 0.62, 0.09, 0.03)),
        drum(0, 0.95, 0, 0.52, 0.2),
    )
    parts = [
        ribbed(0, 1.0, 0.3, 0.98),
        Part(arms, arm_skin, 0.15),
        Part(arm2, arm_skin, 0.15),
        Part(petals, rgb("e8508c"), 0.1),
        Part(ball(0, 2.4, -0.06, 0.045), rgb("f8d34a"), 0.1),
        Part(pot, rgb("bd6b41"), 0.08),
        Part(drum(0, 0.7, 0, 0.54, 0.06), rgb("5d4a3a")),
        Part(floor(), wood(17, "d0b08a", "9c7a54")),
    ]
    return render(
        parts,
        backdrop,
        eye=(0.0, 1.9, -5.2),
        target=(0, 1.2, 0),
        focal=1.62,
        light=Light(toward=(-0.7, 0.7, -0.5)),
        far=9,
    )
