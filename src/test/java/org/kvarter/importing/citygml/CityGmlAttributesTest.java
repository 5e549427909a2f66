package org.kvarter.importing.citygml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.importing.citygml.Gml.in;
import static org.kvarter.importing.citygml.Gml.multi;
import static org.kvarter.importing.citygml.Gml.object;
import static org.kvarter.importing.citygml.Gml.solid;
import static org.kvarter.importing.citygml.Gml.square;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.importing.RecordingSink;
import org.kvarter.model.AttributeTable;

/** What becomes of properties that are no geometry. */
class CityGmlAttributesTest {

    private static final String SHAPE = in("bldg:lod1Solid", solid(square("p", 0, 0, 1)));

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    /** Property, name of the column, value, unit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "<bldg:measuredHeight uom=\"m\">9.5</bldg:measuredHeight>|measuredHeight|9.5|m",
        "<bldg:measuredHeight uom=\"urn:adv:uom:m\">9.5</bldg:measuredHeight>|measuredHeight|9.5|m",
        "<bldg:measuredHeight uom=\"#m\">9</bldg:measuredHeight>|measuredHeight|9|m",
        "<bldg:measuredHeight uom=\"http://example.org/uom/metre\">9.5</bldg:measuredHeight>|measuredHeight|9.5|m",
        "<bldg:storeysAboveGround>4</bldg:storeysAboveGround>|storeysAboveGround|4|",
        "<bldg:yearOfConstruction>1911</bldg:yearOfConstruction>|yearOfConstruction|1911|",
        "<bldg:function codeSpace=\"list.xml\">1000</bldg:function><bldg:function>1100</bldg:function>|function|1000; 1100|",
        "<gml:name>House &amp; yard</gml:name>|name|House & yard|",
        "<gen:stringAttribute name=\"key\"><gen:value>05315</gen:value></gen:stringAttribute>|key|05315|",
        "<gen:intAttribute name=\"n\"><gen:value>7</gen:value></gen:intAttribute>|n|7|",
        "<gen:doubleAttribute name=\"x\"><gen:value>7.25</gen:value></gen:doubleAttribute>|x|7.25|",
        "<gen:measureAttribute name=\"area\"><gen:value uom=\"m2\">120.5</gen:value></gen:measureAttribute>|area|120.5|m²",
        "<gen:genericAttributeSet name=\"S\"><gen:intAttribute name=\"n\"><gen:value>7</gen:value></gen:intAttribute></gen:genericAttributeSet>|S.n|7|",
        "<core:genericAttribute><gen:MeasureAttribute><gen:name>U</gen:name><gen:value uom=\"W/(m2*K)\">1.3</gen:value></gen:MeasureAttribute>"
                + "</core:genericAttribute>|U|1.3|W/(m²K)",
        "<core:genericAttribute><gen:GenericAttributeSet><gen:name>S</gen:name><gen:genericAttribute><gen:IntAttribute><gen:name>n</gen:name>"
                + "<gen:value>7</gen:value></gen:IntAttribute></gen:genericAttribute></gen:GenericAttributeSet></core:genericAttribute>|S.n|7|",
        "<core:externalReference><core:informationSystem>http://x</core:informationSystem><core:externalObject><core:name>DE1</core:name>"
                + "</core:externalObject></core:externalReference>|externalReference.externalObject.name|DE1|",
        "<energy:volume><energy:VolumeType><energy:type>grossVolume</energy:type><energy:value uom=\"m3\">300</energy:value></energy:VolumeType>"
                + "</energy:volume>|volume.grossVolume|300|m³",
        "<bldg:address><core:Address><core:xalAddress><xAL:AddressDetails><xAL:Country><xAL:CountryName>Germany</xAL:CountryName><xAL:Locality>"
                + "<xAL:LocalityName>Potsdam</xAL:LocalityName><xAL:Thoroughfare><xAL:ThoroughfareNumber>3</xAL:ThoroughfareNumber>"
                + "<xAL:ThoroughfareName>Pappelallee</xAL:ThoroughfareName></xAL:Thoroughfare><xAL:PostalCode><xAL:PostalCodeNumber>14469"
                + "</xAL:PostalCodeNumber></xAL:PostalCode></xAL:Locality></xAL:Country></xAL:AddressDetails></core:xalAddress></core:Address>"
                + "</bldg:address>|address|Pappelallee 3, 14469 Potsdam, Germany|",
        "<bldg:address><core:Address><core:xalAddress><xAL:Address><xAL:Locality><xAL:NameElement>Lyon</xAL:NameElement></xAL:Locality>"
                + "<xAL:Thoroughfare><xAL:NameElement>Place X</xAL:NameElement><xAL:Number><xAL:Identifier>1</xAL:Identifier></xAL:Number>"
                + "</xAL:Thoroughfare><xAL:PostCode><xAL:Identifier>69001</xAL:Identifier></xAL:PostCode></xAL:Address></core:xalAddress></core:Address>"
                + "</bldg:address>|address|Place X 1, 69001 Lyon|"})
    void keepsThemAsColumns(String property, String name, String value, String unit) throws Exception {
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b", property, SHAPE)).read(folder);

        AttributeTable attributes = sink.solids("Building").features().attributes();
        assertThat(attributes.names()).contains(name);
        assertThat(String.valueOf(attributes.value(name, 0)).replaceAll("\\.0$", "")).isEqualTo(value);
        assertThat(attributes.column(name).orElseThrow().unit()).isEqualTo(unit == null ? "" : unit);
    }

    @Test
    void bringsAttributesOfSurfacesToTheirObjects() throws Exception {
        String slope = "<gen:doubleAttribute name=\"slope\"><gen:value>%s</gen:value></gen:doubleAttribute>";
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b",
                in("bldg:boundedBy", object("bldg:RoofSurface", "r1", slope.formatted("10"), in("bldg:lod2MultiSurface", multi(square("p", 0, 0, 1))))),
                in("bldg:boundedBy", object("bldg:RoofSurface", "r2", in("bldg:lod2MultiSurface", multi(square("q", 10, 0, 1))), slope.formatted("30")))))
                .read(folder);

        assertThat(sink.solids("Building").features().attributes().value("RoofSurface.slope", 0)).isEqualTo(20.0);
    }

    @Test
    void countsWhatIsNothingToSee() throws Exception {
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b", SHAPE))
                .member(object("energy:Construction", "c", in("energy:uValue", "0.3"))).read(folder);

        assertThat(sink.solids("Building").features().ids()).containsExactly("b");
        assertThat(sink.solids).hasSize(1);
    }

    @Test
    void namesTheMembersOfAGroup() throws Exception {
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b", SHAPE))
                .member(object("grp:CityObjectGroup", "g", Gml.ref("grp:groupMember", "b"), Gml.ref("grp:groupMember", "c"))).read(folder);

        assertThat(sink.solids("CityObjectGroup").features().attributes().value("members", 0)).isEqualTo("b; c");
    }
}
