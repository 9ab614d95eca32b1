// Signs people in by OpenID Connect: the authorization code flow with PKCE, state and nonce.
import * as openid from 'openid-client'
import { z } from 'zod'
import type { OidcConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import type { Person } from '../../people/roles.ts'

/** What a browser keeps between being sent to the provider and coming back. */
export const SignInAttempt = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
})
export type SignInAttempt = z.infer<typeof SignInAttempt>

/** The provider that people sign in at. */
export type OidcProvider = {
  /** Returns the address to send a browser to, and what it has to bring back. */
  begin(next: string): Promise<{ address: string; attempt: SignInAttempt }>
  /** Returns who came back, by the query of the address; throws where it is not who set out, or has no name. */
  finish(query: string, attempt: SignInAttempt): Promise<Person>
}

/** Returns the provider, which is asked about itself when somebody first signs in; `back` is where it sends people. */
export function oidcProvider(config: OidcConfig, back: string): OidcProvider {
  let known: Promise<openid.Configuration> | null = null
  const provider = () => {
    known ??= discover(config).catch((failure) => {
      known = null
      throw failure
    })
    return known
  }
  return {
    async begin(next) {
      const attempt = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
        next,
      }
      const address = openid.buildAuthorizationUrl(await provider(), {
        redirect_uri: back,
        scope: config.scope,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, attempt }
    },
    async finish(query, { state, nonce, verifier }) {
      const at = await provider()
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier }
      const tokens = await openid.authorizationCodeGrant(at, new URL(back + query), checks)
      const claims = tokens.claims()
      if (!claims) throw new UserError('The sign-in provider did not say who you are.')
      const more = claims[config.nameClaim]
        ? {}
        : await openid.fetchUserInfo(at, tokens.access_token, claims.sub)
      return personOf({ ...more, ...claims }, config)
    },
  }
}

function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<openid.Configuration> {
  const url = new URL(issuer)
  const insecure = url.protocol === 'http:' ? { execute: [openid.allowInsecureRequests] } : undefined
  return openid.discovery(url, clientId, clientSecret, undefined, insecure)
}

/** Returns the person of claims. Throws a UserError where they have no name, or one that the provider has not verified. */
function personOf(claims: Record<string, unknown>, { nameClaim, groupsClaim }: OidcConfig): Person {
  const name = claims[nameClaim]
  if (typeof name !== 'string' || !name.trim())
    throw new UserError(`The sign-in provider gave no ${nameClaim}, by which people are known here.`)
  if (nameClaim === 'email' && claims.email_verified === false)
    throw new UserError(
      'Your mail address is not verified at the sign-in provider. Verify it there, then sign in.',
    )
  const groups = claims[groupsClaim]
  return { name: name.trim(), groups: Array.isArray(groups) ? groups.map(String) : [] }
}
