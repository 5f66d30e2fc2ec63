"""What many tests need: pictures, a model without a network, a library on top of both."""
