package org.kvarter.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.scenario.Scenario;

class RepairTest {

    private static final String GOOD_FEED = "{'id':'air','title':'Air','request':{'url':'https://example.org/a'},'mapping':{},'target':null,'paused':false}";
    private static final String GOOD_SCENARIO = "{'id':'sun','name':'Sun','assumptions':[],'measures':[]}";
    private static final String GOOD_KPI = "{'id':'peak','title':'Peak','figure':{'kind':'computed','formula':'1'}}";

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static ProjectDocument read(String parts) throws Exception {
        String file = "{'format':'kvarter-project','version':1,'name':'Hamnen'," + parts + "}";
        return ProjectJson.read(file.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "kvarter.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "'feeds':[{'id':'../../etc','title':'Odd'}]                              | feed “Odd”",
        "'feeds':[7]                                                             | feed 1",
        "'feeds':'none'                                                          | “feeds”",
        "'overlays':[{'id':'heat'}]                                              | overlay “heat”",
        "'overlays':[{'id':'o','title':'O','layerId':'l','values':{'kind':'magic'}}] | overlay “O”",
        "'viewpoints':[{'name':'Quay','pitchDegrees':'steep'}]                   | viewpoint “Quay”",
        "'viewpoints':[null]                                                     | viewpoint 1",
        "'pins':['house']                                                        | pinned label 1",
        "'series':[{'seriesId':'heat'}]                                          | series 1",
        "'clock':'noon'                                                          | “clock”",
        "'frame':{'crs':7,'originEast':'far'}                                    | “frame”",
        "'filter':{'by':'height'}                                                | “filter”",
        "'scenarios':'none'                                                      | “scenarios”",
        "'scenarios':{'scenarios':[{'name':'No id'}]}                            | scenario “No id”",
        "'scenarios':{'scenarios':[{'id':'a','name':'A','measures':[{'kind':'magic'}]}]} | change 1 of “A”",
        "'scenarios':{'scenarios':[{'id':'a','name':'A','measures':[{'kind':'layer'}]}]} | change 1 of “A”",
        "'scenarios':{'scenarios':[{'id':'a','name':'A','assumptions':[{'id':'share','minimum':1,'maximum':0}]}]} | assumption “share” of “A”",
        "'scenarios':{'scenarios':[{'id':'a','name':'A','assumptions':[{'id':'two words','maximum':1}]}]} | assumption “two words” of “A”",
        "'scenarios':{'scenarios':[{'id':'a','name':'A','measures':'many'}]}     | “measures” of “A”",
        "'scenarios':{'kpis':[{'id':'peak','title':'Peak'}]}                     | key figure “Peak”",
        "'scenarios':{'kpis':[{'id':'peak','title':'Peak','better':'BIGGER','figure':{'kind':'computed','formula':'1'}}]} | key figure “Peak”",
        "'scenarios':{'compared':{'mode':'SIDEWAYS'}}                            | “compared”",
        "'scenarios':{'notes':[{}]}                                              | note on data 1",
        "'scenarios':{'scenarios':[{'id':'a','name':'A'},{'id':'a','name':'B'}]} | scenario “B”",
    })
    void whatIsNotUnderstoodIsToldInASentenceAndTheRestOpens(String damaged, String named) throws Exception {
        ProjectDocument document = read(damaged);
        assertThat(document.name()).isEqualTo("Hamnen");
        assertThat(document.problems()).singleElement().asString().contains(named).contains("left out; the rest is open").doesNotContain("{");
    }

    @Test
    void goodEntriesBesideADamagedOneStay() throws Exception {
        ProjectDocument document = read("'feeds':[3," + GOOD_FEED + "],'scenarios':{'active':'sun','scenarios':[{}," + GOOD_SCENARIO + "],'kpis':[" + GOOD_KPI
                + ",'?']}");
        assertThat(document.problems()).hasSize(3);
        assertThat(document.feeds()).singleElement().extracting(f -> f.id()).isEqualTo("air");
        assertThat(document.scenarios().scenarios()).extracting(Scenario::id).containsExactly("sun");
        assertThat(document.scenarios().active()).isEqualTo("sun");
        assertThat(document.scenarios().kpi("peak")).isPresent();
    }

    @Test
    void aWholeProjectIsLeftAlone() throws Exception {
        ProjectDocument document = read("'feeds':[" + GOOD_FEED + "],'scenarios':{'scenarios':[" + GOOD_SCENARIO + "],'kpis':[" + GOOD_KPI + "]}");
        assertThat(document.problems()).isEmpty();
        assertThat(ProjectJson.read(ProjectJson.write(document), "kvarter.json")).isEqualTo(document);
        assertThat(new String(ProjectJson.write(document), StandardCharsets.UTF_8)).doesNotContain("problems");
    }
}
