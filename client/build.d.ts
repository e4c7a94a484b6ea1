/** Names the build that made this file; the handshake compares it, so that an old tab reloads itself. */
declare const __BUILD__: string;
