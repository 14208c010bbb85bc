package com.saqsommelier.bot.alert;

import com.saqsommelier.api.DeliveryView;
import com.saqsommelier.bot.telegram.Reply;
import java.util.List;

/**
 * One message of an alert.
 *
 * @param reply what it says
 * @param told the deliveries that are told by it, at least one
 */
record AlertMessage(Reply reply, List<DeliveryView> told) {

    /** Copies the list. */
    AlertMessage {
        told = List.copyOf(told);
    }
}
