// Signs HTTP requests as Discord does.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/**
 * Returns a key pair of an application: the public key in hex, as the developer portal shows it, and the private key.
 */
export function newKeys(): { hex: string; secret: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    hex: Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url').toString('hex'),
    secret: privateKey,
  }
}

/**
 * Returns a signed request. `at` is the time of its timestamp in Unix milliseconds; `signature` replaces the right
 * one.
 */
export function delivery(
  address: string,
  body: string,
  { secret, at = Date.now(), signature }: { secret: KeyObject; at?: number; signature?: string },
): Request {
  const timestamp = String(Math.floor(at / 1000))
  const signed = sign(null, Buffer.from(timestamp + body), secret).toString('hex')
  return new Request(address, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-signature-timestamp': timestamp,
      'x-signature-ed25519': signature ?? signed,
    },
  })
}
