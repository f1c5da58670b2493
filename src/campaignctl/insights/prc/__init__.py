"""What sellers kept of the prices, stocks and slots that they had promised."""
