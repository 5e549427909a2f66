package org.kvarter.importing.collada;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kvarter.model.Texture;
import org.w3c.dom.Element;

/** The materials of a document as colours and pictures. Not thread-safe. */
final class ColladaMaterials {

    /** @param argb 0 where it has no colour */
    record Material(String name, int argb, Optional<Texture> texture) {
    }

    static final Material PLAIN = new Material("", 0, Optional.empty());

    private final ColladaDocument document;
    private final Function<String, Optional<Texture>> pictures;
    private final Map<String, Material> known = new HashMap<>();

    /** @param pictures finds the picture of a path as the document writes it */
    ColladaMaterials(ColladaDocument document, Function<String, Optional<Texture>> pictures) {
        this.document = document;
        this.pictures = pictures;
    }

    /** The material that a reference names. */
    Material get(String reference) {
        return known.computeIfAbsent(reference, this::read);
    }

    private Material read(String reference) {
        Element material = document.find(reference);
        Element instance = Xml.child(material, "instance_effect");
        Element effect = instance == null ? null : document.find(instance.getAttribute("url"));
        Element profile = Xml.child(effect, "profile_COMMON");
        Element shading = shading(Xml.child(profile, "technique"));
        if (shading == null) {
            return PLAIN;
        }
        String name = material.getAttribute("name").isEmpty() ? material.getAttribute("id") : material.getAttribute("name");
        Element diffuse = Xml.child(shading, Xml.name(shading).equals("constant") ? "emission" : "diffuse");
        int alpha = alpha(shading);
        Element texture = Xml.child(diffuse, "texture");
        if (texture != null) {
            String image = image(profile, effect, texture.getAttribute("texture"));
            int tint = alpha << 24 | 0xFFFFFF;
            return new Material(name, 0, image.isEmpty() ? Optional.empty()
                    : pictures.apply(image).map(t -> new Texture(t.name(), t.image(), Texture.Alpha.BLEND, tint)));
        }
        double[] colour = Xml.numbers(Xml.child(diffuse, "color"), document.budget());
        boolean there = colour.length >= 3 && Double.isFinite(colour[0] + colour[1] + colour[2]);
        return new Material(name, there ? alpha << 24 | channel(colour[0]) << 16 | channel(colour[1]) << 8 | channel(colour[2]) : 0,
                Optional.empty());
    }

    private static Element shading(Element technique) {
        for (Element child : Xml.children(technique, "phong", "blinn", "lambert", "constant")) {
            return child;
        }
        return null;
    }

    /** Opacity; what comes out as wholly transparent is a writer's mistake in the mode and counts as opaque. */
    private int alpha(Element shading) {
        Element transparent = Xml.child(shading, "transparent");
        double amount = Xml.number(Xml.text(shading, "transparency", "float"), 1);
        double[] colour = Xml.numbers(Xml.child(transparent, "color"), document.budget());
        double share = 1;
        if (transparent != null && transparent.getAttribute("opaque").equals("RGB_ZERO") && colour.length >= 3) {
            share = 1 - amount * (0.212671 * colour[0] + 0.71516 * colour[1] + 0.072169 * colour[2]);
        } else if (colour.length >= 4) {
            share = amount * colour[3];
        } else if (transparent == null && Xml.child(shading, "transparency") != null) {
            share = amount;
        }
        int alpha = channel(share);
        return alpha == 0 ? 255 : alpha;
    }

    /** File of the picture behind a sampler, a surface or an image of that name. */
    private String image(Element profile, Element effect, String name) {
        String at = name;
        for (int steps = 0; steps < 4; steps++) {
            Element parameter = parameter(profile, effect, at);
            if (parameter == null) {
                break;
            }
            Element modern = Xml.child(parameter, "sampler2D", "instance_image");
            if (modern != null) {
                at = modern.getAttribute("url");
                break;
            }
            String source = Xml.text(parameter, "sampler2D", "source");
            at = source.isEmpty() ? Xml.text(parameter, "surface", "init_from") : source;
        }
        Element image = document.find(at);
        String reference = Xml.text(image, "init_from", "ref");
        return image == null ? "" : reference.isEmpty() ? Xml.text(image, "init_from") : reference;
    }

    private static Element parameter(Element profile, Element effect, String sid) {
        for (Element owner : new Element[] {profile, effect}) {
            for (Element parameter : Xml.children(owner, "newparam")) {
                if (parameter.getAttribute("sid").equals(sid)) {
                    return parameter;
                }
            }
        }
        return null;
    }

    private static int channel(double share) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }
}
