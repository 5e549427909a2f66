package org.kvarter.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.kvarter.remote.mqtt.RealBroker;

/**
 * Services around the sample district to try the window on: {@code java … org.kvarter.remote.DemoServices [port]}, 8095 without. OGC API at
 * {@code /ogc}, WFS and WMS at {@code /ows}, tiles at {@code /tiles/{z}/{x}/{y}.png}, SensorThings at {@code /sta}, GBFS at {@code /bikes}, readings
 * with a quota at {@code /limited}; a broker of MQTT on the port beside. No test: started by hand.
 */
public final class DemoServices {

    private static final double LONGITUDE = 18.0633;
    private static final double LATITUDE = 59.3300;
    private static final String BASE = "http://127.0.0.1:";

    private final String base;

    private DemoServices(int port) throws IOException {
        base = BASE + port;
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/ogc", this::ogc);
        server.createContext("/ows", this::ows);
        server.createContext("/tiles", this::tile);
        server.createContext("/sta", this::things);
        server.createContext("/bikes", this::bikes);
        server.createContext("/limited", this::limited);
        server.start();
    }

    public static void main(String[] arguments) throws Exception {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8095;
        new DemoServices(port);
        try (RealBroker broker = new RealBroker().with("port", Integer.toString(port + 1)).start(null)) {
            for (int turn = 0;; turn++) {
                for (int i = 0; i < 6; i++) {
                    broker.publishTo(port + 1, "district/house" + i + "/power", String.format(Locale.ROOT, "{\"kw\":%.2f,\"lat\":%.5f,\"lon\":%.5f}",
                            3 + 2 * Math.sin(turn / 5.0 + i), LATITUDE + 0.0012 * (i % 3), LONGITUDE + 0.0022 * (i / 3)));
                }
                Thread.sleep(3000);
            }
        }
    }

    private static void send(HttpExchange e, String type, byte[] body) throws IOException {
        try (e) {
            e.getResponseHeaders().set("Content-Type", type);
            e.sendResponseHeaders(200, body.length);
            e.getResponseBody().write(body);
        }
    }

    private static void json(HttpExchange e, String body) throws IOException {
        send(e, "application/json", body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private void ogc(HttpExchange e) throws IOException {
        String path = e.getRequestURI().getPath();
        if (path.endsWith("/items")) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                double lon = LONGITUDE - 0.006 + 0.0002 * i;
                double lat = LATITUDE - 0.003 + 0.001 * (i % 7);
                all.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "{'type':'Feature','id':'%s.%d','properties':{'name':'Bench %d','seats':%d},"
                        + "'geometry':{'type':'Point','coordinates':[%.6f,%.6f]}}", path.contains("benches") ? "bench" : "x", i, i, 2 + i % 4, lon, lat));
            }
            json(e, "{'type':'FeatureCollection','features':[" + all + "],'links':[]}");
        } else if (path.endsWith("/collections")) {
            json(e, "{'attribution':'© Lindhamn demo','title':'Lindhamn open data','collections':[{'id':'benches','title':'Benches','description':'All benches of the town, with seats','links':"
                    + "[{'rel':'items','type':'application/geo+json','href':'" + base + "/ogc/collections/benches/items'}]},{'id':'lamps','title':'Street lamps','description':'Where they stand',"
                    + "'links':[{'rel':'items','type':'application/geo+json','href':'" + base + "/ogc/collections/lamps/items'}]}]}");
        } else {
            json(e, "{'title':'Lindhamn open data','links':[{'rel':'data','href':'" + base + "/ogc/collections'}]}");
        }
    }

    private void ows(HttpExchange e) throws IOException {
        String query = String.valueOf(e.getRequestURI().getQuery()).toLowerCase(Locale.ROOT);
        if (query.contains("getmap")) {
            int width = Integer.parseInt(query.replaceAll(".*width=(\\d+).*", "$1"));
            int height = Integer.parseInt(query.replaceAll(".*height=(\\d+).*", "$1"));
            double[] box = Arrays.stream(query.replaceAll(".*bbox=([^&]*).*", "$1").split(",")).mapToDouble(Double::parseDouble).toArray();
            send(e, "image/png", picture(width, height, box));
        } else if (query.contains("getfeature")) {
            StringBuilder members = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                members.append(String.format(Locale.ROOT, "<wfs:member><t:path gml:id='path.%d'><t:name>Path %d</t:name><t:geom><gml:LineString srsName='urn:ogc:def:crs:EPSG::3011'><gml:posList>%d %d %d %d</gml:posList>"
                        + "</gml:LineString></t:geom></t:path></wfs:member>", i, i, 6579300 + 60 * i, 153300, 6579400 + 60 * i, 154000));
            }
            send(e, "text/xml", ("<wfs:FeatureCollection xmlns:wfs='http://www.opengis.net/wfs/2.0' xmlns:gml='http://www.opengis.net/gml/3.2' xmlns:t='urn:t'>" + members
                    + "</wfs:FeatureCollection>").getBytes(StandardCharsets.UTF_8));
        } else if (query.contains("wfs")) {
            send(e, "text/xml", ("<WFS_Capabilities version='2.0.0'><ServiceIdentification><Title>Paths of Lindhamn</Title></ServiceIdentification><FeatureTypeList><FeatureType><Name>t:path</Name>"
                    + "<Title>Footpaths</Title><DefaultCRS>urn:ogc:def:crs:EPSG::3011</DefaultCRS></FeatureType></FeatureTypeList></WFS_Capabilities>").getBytes(StandardCharsets.UTF_8));
        } else {
            send(e, "text/xml", ("<WMS_Capabilities version='1.3.0'><Service><Title>Maps of Lindhamn</Title><ContactInformation><ContactPersonPrimary><ContactOrganization>City of Lindhamn"
                    + "</ContactOrganization></ContactPersonPrimary></ContactInformation></Service><Capability><Request><GetMap><Format>image/png</Format></GetMap></Request><Layer><CRS>EPSG:4326</CRS>"
                    + "<CRS>EPSG:3857</CRS><Layer><Name>plan</Name><Title>Town plan</Title></Layer></Layer></Capability></WMS_Capabilities>").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Squares of fifty units of the system, so that pictures that do not meet are seen. */
    private static byte[] picture(int width, int height, double[] box) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double east = box[0] + (box[2] - box[0]) * x / width;
                double north = box[3] - (box[3] - box[1]) * y / height;
                boolean dark = Math.floorMod((long) Math.floor(east / 100) + (long) Math.floor(north / 100), 2) == 0;
                image.setRGB(x, y, dark ? 0xC9DDB8 : 0xE9E6DF);
            }
        }
        return png(image);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private void tile(HttpExchange e) throws IOException {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xA9CBE0));
        pen.fillRect(0, 0, 256, 256);
        pen.setColor(Color.DARK_GRAY);
        pen.drawRect(0, 0, 255, 255);
        pen.drawString(e.getRequestURI().getPath().replace("/tiles/", ""), 60, 128);
        pen.dispose();
        send(e, "image/png", png(image));
    }

    private void things(HttpExchange e) throws IOException {
        String path = e.getRequestURI().getPath();
        if (path.contains("Datastreams")) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                all.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "{'@iot.id':%d,'name':'Air temperature %d','unitOfMeasurement':{'symbol':'°C'},'ObservedProperty':{'name':'Air temperature'},"
                        + "'Thing':{'name':'Mast %d','Locations':[{'name':'Quay %d','location':{'type':'Point','coordinates':[%.5f,%.5f]}}]},'Observations':[{'phenomenonTime':'%s','result':%.1f}]}",
                        i, i, i, i, LONGITUDE - 0.004 + 0.0016 * (i % 4), LATITUDE - 0.0025 + 0.0018 * (i / 4), Instant.now(), -3 + i * 0.7));
            }
            json(e, "{'value':[" + all + "]}");
        } else {
            json(e, "{'value':[{'name':'Datastreams','url':'" + base + "/sta/v1.1/Datastreams'}]}");
        }
    }

    private void bikes(HttpExchange e) throws IOException {
        String path = e.getRequestURI().getPath();
        if (path.endsWith("vehicles.json")) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                all.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "{'vehicle_id':'v%d','lat':%.5f,'lon':%.5f}", i, LATITUDE - 0.003 + 0.0003 * i,
                        LONGITUDE + 0.0015 * Math.sin(i)));
            }
            json(e, "{'data':{'vehicles':[" + all + "]}}");
        } else {
            json(e, "{'version':'3.0','data':{'feeds':[{'name':'vehicle_status','url':'" + base + "/bikes/vehicles.json'}]}}");
        }
    }

    private void limited(HttpExchange e) throws IOException {
        e.getResponseHeaders().set("RateLimit-Remaining", "4");
        e.getResponseHeaders().set("RateLimit-Reset", "3600");
        json(e, "[{'id':'a','value':" + (System.currentTimeMillis() / 1000 % 60) + ",'lat':" + LATITUDE + ",'lon':" + LONGITUDE + "}]");
    }
}
