"""Arrays in, estimates out: the mathematics of lift, causes and discoveries, without a word of the business."""
