/** Names the client build that the server was made with; the handshake compares it, so that an old tab reloads itself. */
declare const __BUILD__: string;

/** The version in package.json. */
declare const __VERSION__: string;
