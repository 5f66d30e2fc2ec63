"""open_clip checkpoints: a state dict with its model configuration becomes a CLIPModel of transformers.

What is not one of OpenAI's two vision transformers with a causal text transformer is refused, setting by
setting, rather than exported wrongly.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from torch import Tensor
from transformers import CLIPConfig, CLIPModel

from export.failure import ExportError
from export.open_clip_weights import SINGLE, TURNED, translate

_VISION = {"image_size", "layers", "width", "head_width", "mlp_ratio", "patch_size"}
_TEXT = {"context_length", "vocab_size", "width", "heads", "layers", "mlp_ratio"}
_WHOLE = {"embed_dim", "vision_cfg", "text_cfg", "quick_gelu", "custom_text", "init_logit_scale"}
_HARMLESS: Mapping[str, object] = {
    "attentional_pool": False,
    "embed_cls": False,
    "final_ln_after_pool": False,
    "hf_tokenizer_name": None,
    "init_logit_bias": None,
    "ls_init_value": None,
    "no_causal_mask": False,
    "no_ln_pre": False,
    "nonscalar_logit_scale": False,
    "output_tokens": False,
    "pool_type": "tok argmax",
    "pos_embed_type": "learnable",
    "proj_bias": False,
    "proj_type": "linear",
}
"""Settings that are known, with the values that change nothing."""
_TRAINING_ONLY = {"patch_dropout", "tokenizer_mode", "pad_id"}


def as_clip_model(weights: Mapping[str, Tensor], settings: Mapping[str, Any]) -> CLIPModel:
    """The same model as a CLIPModel, in float32.

    Args:
        weights: the state dict in open_clip's names.
        settings: open_clip's ``model_cfg``.

    Raises:
        ExportError: the settings ask for something else than CLIP, or weights are missing or left over.
    """
    model = CLIPModel(configuration(settings))
    missing = [name for name in (*SINGLE, *TURNED) if name not in weights]
    if missing:
        raise ExportError(f"The state dict lacks {missing[0]}; it is not that of an open_clip CLIP model.")
    translated = translate(weights)
    translated["logit_scale"] = translated["logit_scale"].reshape(())
    try:
        model.load_state_dict(translated)
    except RuntimeError as error:
        raise ExportError(
            "The state dict and the configuration do not belong together "
            f"({' '.join(str(error).split())[:200]})."
        ) from error
    return model


def configuration(settings: Mapping[str, Any]) -> CLIPConfig:
    """open_clip's settings in transformers' words.

    Raises:
        ExportError: a setting is not known, or asks for something that CLIPModel does not do.
    """
    try:
        vision, words = dict(settings["vision_cfg"]), dict(settings["text_cfg"])
        _check({key: value for key, value in settings.items() if key not in _WHOLE})
        _check({key: value for key, value in vision.items() if key not in _VISION})
        _check({key: value for key, value in words.items() if key not in _TEXT})
        activation = "quick_gelu" if settings.get("quick_gelu", False) else "gelu"
        width, text_width = int(vision.get("width", 768)), int(words.get("width", 512))
        if not isinstance(vision.get("layers", 12), int):
            raise ExportError("The vision tower is a residual network; only transformers can be exported.")
        return CLIPConfig(
            projection_dim=int(settings["embed_dim"]),
            vision_config={
                "hidden_size": width,
                "intermediate_size": int(width * vision.get("mlp_ratio", 4.0)),
                "num_hidden_layers": int(vision.get("layers", 12)),
                "num_attention_heads": width // int(vision.get("head_width", 64)),
                "image_size": _side(vision.get("image_size", 224)),
                "patch_size": _side(vision.get("patch_size", 16)),
                "hidden_act": activation,
                "projection_dim": int(settings["embed_dim"]),
            },
            text_config={
                "hidden_size": text_width,
                "intermediate_size": int(text_width * words.get("mlp_ratio", 4.0)),
                "num_hidden_layers": int(words.get("layers", 12)),
                "num_attention_heads": int(words.get("heads", 8)),
                "max_position_embeddings": int(words.get("context_length", 77)),
                "vocab_size": int(words.get("vocab_size", 49408)),
                "hidden_act": activation,
                "projection_dim": int(settings["embed_dim"]),
                # Read by transformers as: the largest id is the end token. That is open_clip's rule.
                "eos_token_id": 2,
                "bos_token_id": None,
            },
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ExportError(
            f"The model configuration is not open_clip's ({type(error).__name__}: {error})."
        ) from error


def _check(others: Mapping[str, Any]) -> None:
    for key, value in others.items():
        usual = _HARMLESS.get(key, ...)
        allowed = usual.split() if key == "pool_type" and isinstance(usual, str) else [usual]
        if key not in _TRAINING_ONLY and value not in allowed:
            raise ExportError(
                f"The open_clip setting {key} = {value!r} is not known here; such towers are not exported."
            )


def _side(size: Any) -> int:
    sides = {int(side) for side in (size if isinstance(size, list | tuple) else [size])}
    if len(sides) != 1:
        raise ValueError(f"{size} is no square")
    return sides.pop()
