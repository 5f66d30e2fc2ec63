import mindseye  # noqa: F401 - before numpy, whose threads are then those of the program
