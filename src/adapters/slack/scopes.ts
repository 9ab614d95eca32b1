// Lists the scopes that the Slack app asks for, and why.

/**
 * The bot's scopes, each with the feature that needs it. docs/operators.md gives the same reasons: a test compares
 * them.
 */
export const BOT_SCOPES = {
  commands: 'slash commands, message shortcuts and buttons',
  'chat:write': 'posting answers where Readback is a member',
  'app_mentions:read': 'being asked by @readback',
  'channels:history': 'reading a thread of a public channel when asked about it',
  'assistant:write': 'the agent view: suggested prompts',
  'im:history': 'being asked in direct messages',
} as const

/** Scopes that a workspace may decline; only the feature named is missing then. */
export const OPTIONAL_BOT_SCOPES = {
  'groups:history': 'reading a thread of a private channel when asked about it',
  'links:read': 'seeing links to our own stories',
  'links:write': 'showing what is behind them',
} as const
