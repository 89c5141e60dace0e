"""A network of firms: requests to join, one genesis made of them, a folder that starts each firm's node, engines that run it."""
