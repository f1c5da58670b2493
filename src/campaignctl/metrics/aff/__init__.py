"""What creators brought and earn, as affiliate orders state it."""
