package com.saqsommelier.backend.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Requests as bytes, which no client corrects. */
final class RawHttp {

    private RawHttp() {}

    /**
     * The status of the answer; 400 where the server closes the connection without one.
     *
     * @param line the request line, without its end
     * @param headers each as {@code Name: value}
     */
    static int status(int port, String line, String body, String... headers) throws IOException {
        String answer = send(port, line, body, headers);
        return answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.substring(9, 12)) : 400;
    }

    /** The whole answer, as far as it came. */
    static String send(int port, String line, String body, String... headers) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write((line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                            + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n")
                            + (content.length == 0
                                    ? ""
                                    : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n")
                            + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(content);
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            // A server that refuses a request line closes before it has read the rest.
            return "";
        }
    }
}
