package org.kvarter.sample.timber;

/** Materials with the colour that they show. */
enum Paint {
    CLT("Cross-laminated timber", 0xE8D6B6), GLULAM("Glued laminated timber", 0xD6B68A), BOARD("Larch boards, oiled", 0xBD9B76),
    BATTEN("Larch battens, oiled", 0xDABD97), RED_BOARD("Spruce boards, red paint", 0x9C685B), RED_BATTEN("Spruce battens, red paint", 0xBC8172),
    CONCRETE("Concrete, low carbon", 0xCFCAC1), FRAME("Window frame, pine", 0xF1EADD),
    GLASS("Glass, three panes", 0xB4CBD2, 0.45), DOOR("Door, green paint", 0x6F8478), INNER_DOOR("Door, birch", 0xEBDDC2),
    ZINC("Zinc, standing seams", 0xC4C5C2), SEAM("Zinc seam", 0xB0B2B0), STEEL("Steel, grey paint", 0x7F8583), PANEL("Solar cells", 0x45525F),
    SEDUM("Sedum and herbs", 0xB9C79D), LEAVES("Box hedge", 0x9DBB8A), DECK("Thermally modified ash", 0xC4A681),
    SOFFIT("Pine boards", 0xE3C79E);

    final String material;
    final int rgb;
    final double transparency;

    Paint(String material, int rgb) {
        this(material, rgb, 0);
    }

    Paint(String material, int rgb, double transparency) {
        this.material = material;
        this.rgb = rgb;
        this.transparency = transparency;
    }
}
