"""What a worker shows of himself for a minute (パス): certified, checked without a network, told to him afterwards."""
