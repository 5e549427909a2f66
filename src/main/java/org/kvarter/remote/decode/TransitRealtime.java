package org.kvarter.remote.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.TripUpdate;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import java.io.EOFException;
import java.util.Optional;
import org.kvarter.remote.FeedJson;

/**
 * GTFS-Realtime (gtfs.org, protocol buffers): vehicles with their places, delays of trips at stops, and alerts, as lists of their own. Of a
 * trip's update the delay of its next stop stands for the trip. Metres per second become km/h, delays stay seconds.
 */
final class TransitRealtime {

    private TransitRealtime() {
    }

    /**
     * The message; empty where the bytes are none.
     *
     * @throws EOFException where they begin as one and break off
     */
    static Optional<JsonNode> read(byte[] body) throws EOFException {
        FeedMessage message;
        try {
            message = FeedMessage.parseFrom(body);
        } catch (InvalidProtocolBufferException e) {
            if (e.getUnfinishedMessage() instanceof FeedMessage begun && isOne(begun)) {
                throw new EOFException(e.getMessage());
            }
            return Optional.empty();
        }
        if (!isOne(message)) {
            return Optional.empty();
        }
        ObjectNode page = FeedJson.MAPPER.createObjectNode().put("version", message.getHeader().getGtfsRealtimeVersion())
                .put("timestamp", message.getHeader().getTimestamp());
        ArrayNode vehicles = FeedJson.MAPPER.createArrayNode();
        ArrayNode trips = FeedJson.MAPPER.createArrayNode();
        ArrayNode alerts = FeedJson.MAPPER.createArrayNode();
        long told = message.getHeader().getTimestamp();
        for (FeedEntity entity : message.getEntityList()) {
            if (entity.getIsDeleted()) {
                continue;
            }
            if (entity.hasVehicle()) {
                vehicles.add(vehicle(entity, told));
            }
            if (entity.hasTripUpdate()) {
                trips.add(trip(entity, told));
            }
            if (entity.hasAlert() && entity.getAlert().getHeaderText().getTranslationCount() > 0) {
                alerts.addObject().put("id", entity.getId()).put("header", entity.getAlert().getHeaderText().getTranslation(0).getText());
            }
        }
        page.set("vehicles", vehicles);
        page.set("trips", trips);
        page.set("alerts", alerts);
        return Optional.of(page);
    }

    private static boolean isOne(FeedMessage message) {
        return message.hasHeader() && message.getHeader().getGtfsRealtimeVersion().matches("\\d+(\\.\\d+)*");
    }

    private static ObjectNode vehicle(FeedEntity entity, long told) {
        VehiclePosition v = entity.getVehicle();
        String id = v.getVehicle().getId().isEmpty() ? entity.getId() : v.getVehicle().getId();
        ObjectNode node = FeedJson.MAPPER.createObjectNode().put("id", id);
        String label = v.getVehicle().getLabel();
        describe(node, v.getTrip());
        node.put("name", label.isEmpty() ? v.getTrip().getRouteId().isEmpty() ? id : v.getTrip().getRouteId() : label);
        if (v.hasPosition()) {
            node.put("latitude", degrees(v.getPosition().getLatitude())).put("longitude", degrees(v.getPosition().getLongitude()));
            if (v.getPosition().hasSpeed()) {
                node.put("speed", Math.round(v.getPosition().getSpeed() * 36) / 10.0);
            }
            if (v.getPosition().hasBearing()) {
                node.put("bearing", (double) v.getPosition().getBearing());
            }
        }
        if (v.hasOccupancyStatus()) {
            node.put("occupancy", v.getOccupancyStatus().getNumber());
        }
        return node.put("stop", v.getStopId()).put("time", v.getTimestamp() > 0 ? v.getTimestamp() : told);
    }

    private static double degrees(float value) {
        return Double.parseDouble(Float.toString(value)); // the digits sent, not those that a float lends them
    }

    private static ObjectNode trip(FeedEntity entity, long told) {
        TripUpdate t = entity.getTripUpdate();
        ObjectNode node = FeedJson.MAPPER.createObjectNode().put("id", t.getTrip().getTripId().isEmpty() ? entity.getId() : t.getTrip().getTripId());
        describe(node, t.getTrip());
        long time = t.getTimestamp() > 0 ? t.getTimestamp() : told;
        Optional<TripUpdate.StopTimeUpdate> next = t.getStopTimeUpdateList().stream()
                .filter(s -> event(s) == null || event(s).getTime() == 0 || event(s).getTime() >= time).findFirst();
        if (t.hasDelay()) {
            node.put("delay", t.getDelay());
        } else if (next.isPresent() && event(next.get()) != null && event(next.get()).hasDelay()) {
            node.put("delay", event(next.get()).getDelay());
        }
        node.put("stop", next.map(TripUpdate.StopTimeUpdate::getStopId).orElse(""));
        return node.put("vehicle", t.getVehicle().getId()).put("time", time);
    }

    private static TripUpdate.StopTimeEvent event(TripUpdate.StopTimeUpdate stop) {
        return stop.hasArrival() ? stop.getArrival() : stop.hasDeparture() ? stop.getDeparture() : null;
    }

    private static void describe(ObjectNode node, TripDescriptor trip) {
        node.put("route", trip.getRouteId()).put("trip", trip.getTripId());
    }
}
