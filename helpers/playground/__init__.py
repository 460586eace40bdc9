"""What the playground is made of, without its picture: inputs, points, settings, and the network as code."""
