// Limits what a client may take of the server: time, headers, connections.

/**
 * What a client may take: for the headers of a request, for all of it, and between two, in milliseconds; and bytes of
 * headers, which hold the question. Deliveries of 10 MB come within the time.
 */
export const SERVER_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 32_768,
}

/** Connections at a time; more are closed at once. */
export const MAX_CONNECTIONS = 1_000
