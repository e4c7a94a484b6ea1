/** Names the client build that the server was made with: the server takes in nobody who does not carry it. */
declare const __BUILD__: string;
