"""The window. Qt lives here and nowhere else; what the window does goes through ``mindseye.operations``."""
