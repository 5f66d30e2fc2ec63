"""Tests of the models shipped and of the programs that train and measure them."""
