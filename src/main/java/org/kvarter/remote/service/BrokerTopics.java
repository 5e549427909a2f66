package org.kvarter.remote.service;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.text.Texts;

/** Brokers do not tell what they have: what there is to choose are forms of topics that are common. */
final class BrokerTopics {

    private static final Texts TEXTS = Texts.in(ServiceFinder.class);

    private BrokerTopics() {
    }

    static Service of(FeedRequest like) {
        String host = like.url().replaceFirst("^\\w+://", "").replaceFirst("/.*", "");
        List<Offer> offers = new ArrayList<>();
        if (!like.topic().isEmpty()) {
            offers.add(new Offer.Readings(like.topic(), TEXTS.get("broker.given"), like, FeedMapping.EMPTY));
        }
        offers.add(new Offer.Readings(TEXTS.get("broker.places"), "district/{place}/power", like.withTopic("district/{place}/power"), FeedMapping.EMPTY));
        offers.add(new Offer.Readings(TEXTS.get("broker.things"), "v1.1/Datastreams({place})/Observations",
                like.withTopic("v1.1/Datastreams({place})/Observations"), new FeedMapping("", FeedMapping.Layout.LIST, "/place", "", "/phenomenonTime", "UTC",
                        "/result", "", "", "", "", "", "")));
        return new Service(ServiceKind.MQTT, host, "", offers);
    }
}
