"""One colour a firm, the same in every chart and explorer; none a national colour."""

from collections.abc import Iterable

#: Mid tones that stand out on a white and on a dark page alike; a chart names its firms as well.
PALETTE = {
    "teal": "#0f766e",
    "blue": "#2f6fb5",
    "ochre": "#b45309",
    "plum": "#a3417f",
    "olive": "#68751c",
    "sky": "#0e86a8",
    "brown": "#8a5a33",
    "slate": "#6b7686",
    "violet": "#7a6bb8",
    "moss": "#3f8350",
}

FIRM_COLOURS = {
    name: PALETTE[tone]
    for tone, names in {
        "teal": "Huawei, Hikvision, HiSilicon, SMIC, Tencent",
        "blue": "Samsung, Dahua, Baidu, Intel",
        "slate": "Apple, ADT, Juniper, Tyco, Seagate",
        "ochre": "Xiaomi, Ericsson, Qualcomm, TSMC, Axis Communications, Alibaba",
        "plum": "OPPO, Nokia, MediaTek, UMC, DJI, SenseTime",
        "olive": "vivo, Cisco, Unisoc, GlobalFoundries, Megvii, Nvidia",
        "sky": "Honor, ZTE, Hua Hong, Uniview, Western Digital",
        "brown": "Transsion, Ciena, LG, iFlytek, Meiya Pico",
        "violet": "Lenovo, Hanwha Vision, Hanwha Techwin, Xilinx",
        "moss": "HTC, BlackBerry, Bosch, Motorola Solutions",
    }.items()
    for name in names.split(", ")
}


def firm_colours(firms: Iterable[str]) -> dict[str, str]:
    """Return a colour for each firm: its own, or the next tone for one that has none."""
    tones = list(PALETTE.values())
    return {
        firm: FIRM_COLOURS.get(firm, tones[place % len(tones)]) for place, firm in enumerate(firms)
    }
