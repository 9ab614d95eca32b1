import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A key pair as Discord has one for an application: the public half in hex, as its portal shows it. */
export function newKeys(): { hex: string; secret: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    hex: Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url').toString('hex'),
    secret: privateKey,
  }
}

/** A request that delivers a body as Discord does, signed now unless a test wants otherwise. */
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
