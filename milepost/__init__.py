"""milepost: what now, after a breakup. One next step, with its reasons and the picture of how it was found."""
