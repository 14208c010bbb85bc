package com.saqsommelier.backend.http;

import com.saqsommelier.api.AccessControl;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leads from the root of the server to the description of the API. */
@RestController
@AccessControl(AccessControl.Level.PUBLIC)
@Hidden
final class RootPage {

    @GetMapping("/")
    ResponseEntity<Void> root() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/docs"))
                .build();
    }
}
