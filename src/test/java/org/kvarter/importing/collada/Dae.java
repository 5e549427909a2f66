package org.kvarter.importing.collada;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** COLLADA of one mesh, a triangle (0 0 0), (1 0 0), (0 1 0) and a square in the same plane, and archives around it. */
public final class Dae {

    private static final String GEOMETRY = "<library_geometries><geometry id='g' name='plate'><mesh><source id='p'><float_array id='pa' count='12'>"
            + "0 0 0 1 0 0 0 1 0 1 1 0</float_array><technique_common><accessor source='#pa' count='4' stride='3'/></technique_common></source>"
            + "<source id='t'><float_array id='ta' count='8'>0 0 1 0 0 1 1 1</float_array><technique_common><accessor source='#ta' count='4' stride='2'/>"
            + "</technique_common></source><vertices id='v'><input semantic='POSITION' source='#p'/></vertices>%s</mesh></geometry></library_geometries>";
    static final String TRIANGLE = "<triangles count='1' material='m'><input semantic='VERTEX' source='#v' offset='0'/>"
            + "<input semantic='TEXCOORD' source='#t' offset='1'/><p>0 0 1 1 2 2</p></triangles>";
    private static final String MATERIAL = "<library_images><image id='i'><init_from>%s</init_from></image></library_images><library_effects><effect id='e'>"
            + "<profile_COMMON><newparam sid='s'><surface type='2D'><init_from>i</init_from></surface></newparam><newparam sid='sam'><sampler2D>"
            + "<source>s</source></sampler2D></newparam><technique sid='c'><lambert><diffuse>%s</diffuse></lambert></technique></profile_COMMON>"
            + "</effect></library_effects><library_materials><material id='mat' name='oak'><instance_effect url='#e'/></material></library_materials>";
    static final String TEXTURE = "<texture texture='sam' texcoord='UV'/>";

    private Dae() {
    }

    /** A document: what stands in {@code asset}, its primitives, nodes and the diffuse colour of its material. */
    static String of(String asset, String primitives, String nodes, String diffuse) {
        return "<?xml version='1.0' encoding='utf-8'?><COLLADA xmlns='http://www.collada.org/2005/11/COLLADASchema' version='1.4.1'><asset>" + asset
                + "</asset>" + String.format(MATERIAL, "tex/oak.png", diffuse) + String.format(GEOMETRY, primitives)
                + "<library_visual_scenes><visual_scene id='vs'>" + nodes + "</visual_scene></library_visual_scenes>"
                + "<scene><instance_visual_scene url='#vs'/></scene></COLLADA>";
    }

    /** A node around an instance of the mesh. */
    static String node(String name, String transforms) {
        return "<node name='" + name + "'>" + transforms + "<instance_geometry url='#g'><bind_material><technique_common>"
                + "<instance_material symbol='m' target='#mat'/></technique_common></bind_material></instance_geometry></node>";
    }

    /** One triangle, z up, in metres. */
    public static String sample() {
        return of("<unit meter='1'/><up_axis>Z_UP</up_axis>", TRIANGLE, node("a", ""), "<color>1 0 0 1</color>");
    }

    /** An archive with the document and a KML placemark around {@code model}'s inner elements. */
    public static Path kmz(Path file, String model, String dae, byte[] picture) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "doc.kml", ("<kml xmlns='http://www.opengis.net/kml/2.2'><Document><Placemark><name>Pavilion</name><Model>" + model
                    + "<Link><href>files/house.dae</href></Link></Model></Placemark></Document></kml>").getBytes(StandardCharsets.UTF_8));
            put(zip, "files/house.dae", dae.getBytes(StandardCharsets.UTF_8));
            if (picture != null) {
                put(zip, "files/tex/oak.png", picture);
            }
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Elements that place a model. */
    public static String placed(double longitude, double latitude, double heading) {
        return "<altitudeMode>relativeToGround</altitudeMode><Location><longitude>" + longitude + "</longitude><latitude>" + latitude
                + "</latitude><altitude>5</altitude></Location><Orientation><heading>" + heading + "</heading></Orientation>";
    }
}
