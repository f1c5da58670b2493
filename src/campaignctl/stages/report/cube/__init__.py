"""The figures and order lines of a report in, the cube of a page and a workbook out."""

from campaignctl.stages.report.cube.build import cube_of

__all__ = ["cube_of"]
