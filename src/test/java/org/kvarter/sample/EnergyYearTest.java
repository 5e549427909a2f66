package org.kvarter.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed energy and weather years, read as anyone would, hold what is known of Nordic buildings and of Stockholm's climate. */
class EnergyYearTest {
    private static final Path DATASETS = Path.of("datasets");
    private static JsonNode objects;
    private static Table electricity;
    private static Table heat;

    /** A wide table: building ids, and values by hour and building. */
    private record Table(String[] ids, double[][] values, String[] times) {
        double sum(int column) {
            double sum = 0;
            for (double[] hour : values) {
                sum += hour[column];
            }
            return sum;
        }

        int column(String id) {
            return List.of(ids).indexOf(id);
        }
    }

    @BeforeAll
    static void read() throws IOException {
        objects = new ObjectMapper().readTree(Path.of("models/lindhamn.city.json").toFile()).get("CityObjects");
        electricity = table("electricity-2025.csv");
        heat = table("heat-2025.csv");
    }

    private static Table table(String name) throws IOException {
        try (ZipFile zip = new ZipFile(DATASETS.resolve(name + ".zip").toFile());
                BufferedReader in = new BufferedReader(new InputStreamReader(zip.getInputStream(zip.getEntry(name)), StandardCharsets.UTF_8))) {
            String[] head = in.readLine().split(",");
            double[][] values = new double[8760][head.length - 1];
            String[] times = new String[8760];
            for (int h = 0; h < values.length; h++) {
                String[] cells = in.readLine().split(",");
                times[h] = cells[0];
                for (int i = 1; i < cells.length; i++) {
                    values[h][i - 1] = Double.parseDouble(cells[i]);
                }
            }
            assertThat(in.readLine()).isNull();
            return new Table(java.util.Arrays.copyOfRange(head, 1, head.length), values, times);
        }
    }

    private static double area(String id) {
        return objects.get(id).get("attributes").get("grossFloorArea").asDouble();
    }

    private static String attribute(String id, String name) {
        return objects.get(id).get("attributes").get(name).asText();
    }

    @Test
    void everyBuildingHasItsColumnAndEveryHourOfTheYearItsRow() {
        for (String id : electricity.ids()) {
            assertThat(objects.get(id).get("type").asText()).isEqualTo("Building");
        }
        assertThat(heat.ids()).containsExactly(electricity.ids());
        long buildings = 0;
        for (JsonNode o : objects) {
            buildings += o.get("type").asText().equals("Building") ? 1 : 0;
        }
        assertThat(electricity.ids()).hasSize((int) buildings);
        for (int h = 0; h < 8760; h++) {
            assertThat(OffsetDateTime.parse(electricity.times()[h])).isEqualTo(OffsetDateTime.parse("2025-01-01T00:00Z").plusHours(h));
        }
    }

    /** Heat 60–180 kWh/m² a year, electricity without heat pumps 30–60, as Nordic building stock has it. */
    @Test
    void annualSumsLieInTheNordicBands() {
        for (int i = 0; i < electricity.ids().length; i++) {
            String id = electricity.ids()[i];
            String heating = attribute(id, "heatingSystem");
            double warm = heat.sum(i) / area(id);
            double power = electricity.sum(i) / area(id);
            if (heating.equals("none")) {
                assertThat(warm).as("heat of %s", id).isZero();
            } else {
                assertThat(warm).as("heat of %s", id).isBetween(59.0, 181.0);
            }
            double pump = heating.endsWith("heat pump") ? warm / 2.2 : 0;
            assertThat(power).as("electricity of %s", id).isBetween(29.0, 61.0 + pump);
        }
    }

    /** The story says: 78 MWh on 16 January, 5.2 MW between 18 and 19, 1.5 MW in the night, a July day half of it. */
    @Test
    void theFiguresOfTheStoryAreTheDatas() {
        int midnight = 15 * 24 - 1;
        double[] day = new double[24];
        double july = 0;
        for (int h = 0; h < 24; h++) {
            day[h] = java.util.Arrays.stream(electricity.values()[midnight + h]).sum() / 1000;
            july += java.util.Arrays.stream(electricity.values()[186 * 24 - 2 + h]).sum() / 1000;
        }
        double whole = java.util.Arrays.stream(day).sum();
        assertThat(electricity.times()[midnight]).startsWith("2025-01-15T23:00");
        assertThat(whole).isCloseTo(78, within(0.5));
        assertThat(day[18]).isEqualTo(java.util.Arrays.stream(day).max().orElseThrow()).isCloseTo(5.2, within(0.05));
        assertThat(java.util.Arrays.stream(day).min().orElseThrow()).isCloseTo(1.5, within(0.05));
        assertThat(july / whole).isCloseTo(0.5, within(0.05));
    }

    @Test
    void heatFollowsTheEnergyClass() {
        double[] sum = new double[7];
        int[] count = new int[7];
        for (int i = 0; i < heat.ids().length; i++) {
            if (!attribute(heat.ids()[i], "heatingSystem").equals("none")) {
                int c = attribute(heat.ids()[i], "energyClass").charAt(0) - 'A';
                sum[c] += heat.sum(i) / area(heat.ids()[i]);
                count[c]++;
            }
        }
        for (int c = 1; c < 7; c++) {
            assertThat(sum[c] / count[c]).as("class %s", (char) ('A' + c)).isGreaterThan(sum[c - 1] / count[c - 1]);
        }
    }

    /** On the clock of Stockholm: offices peak before noon on working days, homes after five, in winter and in summer time alike. */
    @Test
    void loadsFollowTheLocalClock() {
        for (String day : List.of("2025-02-11", "2025-09-16")) {
            assertThat(peakHour("office", day)).as("offices on %s", day).isBetween(8, 15);
            assertThat(peakHour("row house", day)).as("row houses on %s", day).isBetween(17, 21);
        }
    }

    private static int peakHour(String function, String day) {
        double[] load = new double[24];
        for (int h = 0; h < 8760; h++) {
            var local = OffsetDateTime.parse(electricity.times()[h]).atZoneSameInstant(ZoneId.of("Europe/Stockholm"));
            if (local.toLocalDate().toString().equals(day)) {
                for (int i = 0; i < electricity.ids().length; i++) {
                    String id = electricity.ids()[i];
                    if (attribute(id, "function").equals(function) && attribute(id, "heatingSystem").equals("district heating")) {
                        load[local.getHour()] += electricity.values()[h][i];
                    }
                }
            }
        }
        int best = 0;
        for (int h = 1; h < 24; h++) {
            best = load[h] > load[best] ? h : best;
        }
        return best;
    }

    @Test
    void theMarketHallIsBusiestOnSaturdayAndQuietOnSunday() {
        String hall = null;
        for (String id : electricity.ids()) {
            hall = "Saluhallen".equals(objects.get(id).get("attributes").path("name").asText()) ? id : hall;
        }
        double[] days = new double[8];
        int column = electricity.column(hall);
        for (int h = 0; h < 8760; h++) {
            days[OffsetDateTime.parse(electricity.times()[h]).getDayOfWeek().getValue()] += electricity.values()[h][column];
        }
        assertThat(days[6]).isGreaterThan(days[2]);
        assertThat(days[5]).isGreaterThan(days[2]);
        assertThat(days[7]).isLessThan(days[2] * 0.7);
    }

    /** SMHI's normals for Stockholm 1991–2020 are near −1 °C in January, 19 °C in July, 7.6 °C over the year; about 1,000 kWh/m² of sun. */
    @Test
    void weatherIsLikeStockholms() throws IOException {
        List<String> lines = Files.readAllLines(DATASETS.resolve("weather-2025.csv"));
        assertThat(lines).hasSize(8761);
        double[] month = new double[13];
        int[] hours = new int[13];
        double year = 0;
        double sun = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] c = line.split(",");
            int m = Integer.parseInt(c[0].substring(5, 7));
            month[m] += Double.parseDouble(c[1]);
            hours[m]++;
            year += Double.parseDouble(c[1]) / 8760;
            sun += Double.parseDouble(c[2]) / 1000;
            double horizontal = Double.parseDouble(c[4]);
            assertThat(horizontal).isLessThanOrEqualTo(Double.parseDouble(c[2]) + 1);
        }
        assertThat(month[1] / hours[1]).isCloseTo(-1.0, within(1.5));
        assertThat(month[7] / hours[7]).isCloseTo(18.7, within(1.5));
        assertThat(year).isCloseTo(7.6, within(0.6));
        assertThat(sun).isCloseTo(1000, within(60.0));
    }
}
