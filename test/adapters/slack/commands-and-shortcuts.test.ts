import { describe, expect, it } from 'vitest'
import { button, openCityDesk, shown, THREAD } from './city-desk.ts'
import { press, shortcut, slashCommand } from './payloads.ts'

const desk = openCityDesk()

describe('a slash command', () => {
  it('is answered to the asker alone, with the words, their speaker and a citation', async () => {
    const answer = await desk.ask('slash_commands', desk.quote())
    expect(answer).toMatchObject({ method: 'response_url', args: { response_type: 'ephemeral' } })
    expect(shown(answer)).toContain('I say they have to ask, and they have to say ')
    expect(shown(answer)).toContain('Donald Trump, to NBC News’ Tom Llamas')
    expect(shown(answer)).toContain('Trump says cities must ask')
    expect(answer.args.text).toContain('“I say they have to ask, and they have to say please,”')
  })

  it('takes filters, and says how it is used where words are missing', async () => {
    const filtered = await desk.ask(
      'slash_commands',
      slashCommand(desk.slack, '/quote', 'please speaker:“San Francisco”'),
    )
    expect(shown(filtered)).toContain('San Francisco')
    expect(shown(filtered)).not.toContain('Tom Llamas')
    const usage = await desk.ask('slash_commands', slashCommand(desk.slack, '/check', ''))
    expect(usage.args.text).toContain('/check needs the quotation to check')
  })

  it('shows more, a whole paragraph, and the way back, in the place of the first answer', async () => {
    const answer = await desk.ask('slash_commands', desk.quote())
    const more = await desk.ask('interactive', press(desk.slack, button(answer, /^More$/)))
    expect(more.args).toMatchObject({ replace_original: true })
    const paragraph = await desk.ask('interactive', press(desk.slack, button(more, /^Whole paragraph/)))
    expect(paragraph.args).toMatchObject({ replace_original: true })
    expect(button(paragraph, /^Back$/)).not.toBe('')
  })

  it('is shared once, by name, and the private answer goes', async () => {
    const answer = await desk.ask('slash_commands', desk.quote())
    const share = button(answer, /^Share to channel$/)
    await desk.slack.deliver('interactive', press(desk.slack, share))
    await desk.slack.deliver('interactive', press(desk.slack, share))
    const [, shared, removed, ...others] = await desk.slack.answered(3)
    expect(shared).toMatchObject({ method: 'chat.postMessage', args: { channel: 'C1' } })
    expect(shared && shown(shared)).toContain('Asked by maria')
    expect(shared && button(shared, /^Share/)).toBe('')
    expect(removed?.args).toEqual({ delete_original: true })
    expect(others).toEqual([])
  })

  it('is shared with its verdict where it checked a quotation, as the words stand in the button', async () => {
    const answer = await desk.ask(
      'slash_commands',
      slashCommand(desk.slack, '/check', 'I say they have to ask, and they have to say sorry'),
    )
    const share = button(answer, /^Share to channel$/)
    await desk.slack.deliver('interactive', press(desk.slack, share, { message_ts: '1700000090.000001' }))
    const [, shared] = await desk.slack.answered(2)
    expect(shared?.args.text).toMatch(/^maria checked a quotation: differs in one word\nChecked: I say they/)
  })

  it('is shared with its verdict where nothing of it is ours', async () => {
    const answer = await desk.ask(
      'slash_commands',
      slashCommand(desk.slack, '/check', 'zebras graze on the northern pier'),
    )
    const share = button(answer, /^Share to channel$/)
    await desk.slack.deliver('interactive', press(desk.slack, share, { message_ts: '1700000091.000001' }))
    const [, shared] = await desk.slack.answered(2)
    expect(shared?.args.text).toMatch(/^maria checked a quotation: not in our coverage\nChecked: zebras/)
  })

  it('is shared by its response URL where Readback is no member, and the asker is told what that means', async () => {
    const answer = await desk.ask('slash_commands', desk.quote())
    const share = button(answer, /^Share to channel$/)
    await desk.slack.deliver('interactive', press(desk.slack, share, { channel: 'C2' }))
    const [, shared, left] = await desk.slack.answered(3)
    expect(shared?.args).toMatchObject({ response_type: 'in_channel', replace_original: false })
    expect(left?.args).toMatchObject({
      replace_original: true,
      text: expect.stringContaining('no correction of the story can follow'),
    })
  })

  it('that asks for help says what can be typed in Slack', async () => {
    const help = await desk.ask('slash_commands', slashCommand(desk.slack, '/readback-help', ''))
    for (const name of ['/quote', '/readback-status']) expect(shown(help)).toContain(`"${name}"`)
  })

  it('is rated, and says thank you', async () => {
    const answer = await desk.ask('slash_commands', desk.quote())
    const thanks = await desk.ask('interactive', press(desk.slack, button(answer, /^Not useful$/)))
    expect(thanks.args).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('Thank you'),
    })
  })
})

describe('a shortcut on a message', () => {
  it('finds context in the thread around it, and shares it there', async () => {
    const message = { text: 'What did he say about the governor?', thread_ts: THREAD }
    const answer = await desk.ask('interactive', shortcut(desk.slack, 'find_context', message))
    expect(answer).toMatchObject({
      method: 'response_url',
      args: { response_type: 'ephemeral', thread_ts: THREAD },
    })
    expect(shown(answer)).toContain('Differs')
    await desk.slack.deliver(
      'interactive',
      press(desk.slack, button(answer, /^Share in thread$/), { thread_ts: THREAD }),
    )
    const [, shared] = await desk.slack.answered(3)
    expect(shared).toMatchObject({ method: 'chat.postMessage', args: { channel: 'C1', thread_ts: THREAD } })
  })

  it('makes do with the message alone where Readback is no member, and says how to invite it', async () => {
    const message = {
      text: 'What does the hydrologist say about silt in Fairlead harbour?',
      thread_ts: THREAD,
    }
    const answer = await desk.ask('interactive', shortcut(desk.slack, 'find_context', message, 'C2'))
    expect(shown(answer)).toContain('silt')
    expect(shown(answer)).toContain('/invite @readback')
  })

  it('checks the quotation in it', async () => {
    const message = { text: 'Trump said “they have to ask, and they have to say sorry” yesterday' }
    const answer = await desk.ask('interactive', shortcut(desk.slack, 'check_quote', message))
    expect(shown(answer)).toContain('Differs')
    expect(shown(answer)).toContain('{+please+}')
    expect(shown(answer)).toContain('[-sorry-]')
  })
})
