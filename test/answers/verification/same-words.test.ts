import { describe, expect, it } from 'vitest'
import { checkWords } from '../../../src/answers/verification/check.ts'
import { deskOver, tell } from '../../coverage.ts'

/** The verdict on asked words where these were published, between the marks of a quotation. */
async function verdictOn(published: string, asked: string) {
  const said = [{ words: published, speaker: 'Ida Marsh' }]
  const { desk } = await deskOver([tell('quay', [`“${published}” Marsh said.`], { said })])
  return (await checkWords({ text: asked }, desk)).verdict
}

describe('print and question have the same words', () => {
  it.each([
    ['in capitals', 'WE WANT PLUMS FOR EVERYBODY', 'We want plums for Everybody'],
    ['in capitals, asked in small letters', 'WE WANT PLUMS', 'we want plums'],
    ['with [sic] in print', 'We wants [sic] plums for everybody', 'We wants plums for everybody'],
    ['with [sic] in the question', 'We wants plums for everybody', 'We wants [sic] plums for everybody'],
    ['with an editor’s word in print', 'We want [the] plums for everybody', 'We want plums for everybody'],
    ['with an editor’s word in both', 'We want [the] plums today', 'We want [the] plums today'],
    ['with an editor’s word as if it were said', 'We want [the] plums today', 'We want the plums today'],
    [
      'with a wrong-way apostrophe in print',
      'I‘ll have plums and you won‘t',
      'I’ll have plums and you won’t',
    ],
    ['with a wrong-way apostrophe in the question', 'I’ll have plums', 'I‘ll have plums'],
    ['with an accent for an apostrophe', 'I’ll have plums', 'I´ll have plums'],
    [
      'with spaced marks',
      'We want plums, and we want them now',
      '“ We want plums , and we want them now . ”',
    ],
    ['with spaced initials', 'J. R. Quist wants plums', 'J.R. Quist wants plums'],
    ['with initials without points', 'J. R. Quist wants plums', 'JR Quist wants plums'],
    ['with dotted initials for bare ones', 'The US wants plums', 'The U.S. wants plums'],
    ['with a hyphen in print', 'I was sea-sick all day', 'I was seasick all day'],
    ['with a hyphen in the question', 'I was seasick all day', 'I was sea-sick all day'],
    ['with a hyphen for a space', 'a well known plum tree', 'a well-known plum tree'],
    ['with a soft hyphen', 'We want har\u00adbour plums', 'We want harbour plums'],
    ['with a byte that shows nothing', 'We want harbour plums', 'We want har\u0000bour plums'],
    ['with the sign for "and"', 'Plums & gulls for everybody', 'Plums and gulls for everybody'],
    ['with the sign for "percent"', 'Plums are up 5% today', 'Plums are up five percent today'],
    ['with another minus', 'It was −5 °C at noon', 'It was -5°C at noon'],
    ['with a sum in words', 'It cost $3.2 million to build', 'It cost $3,200,000 to build'],
    ['in letters without spaces', '大橋は来年まで閉鎖しません', '大橋は来年まで閉鎖しません。'],
    ['in part of letters without spaces', '大橋は来年まで閉鎖しません', '来年まで閉鎖しません'],
    ['in Thai', 'สะพานจะไม่ปิดจนกว่าจะถึงปีหน้า', 'สะพานจะไม่ปิด'],
  ])('%s', async (_, published, asked) => expect(await verdictOn(published, asked)).toBe('exact'))
})

describe('print and question have other words', () => {
  it.each([
    ['by a sign', 'Growth was -0.3% last year', 'Growth was 0.3% last year'],
    ['by a sign of another kind', 'It was −5 °C at noon', 'It was 5 °C at noon'],
    ['by a sign in the question', 'Growth was 0.3% last year', 'Growth was −0.3% last year'],
    ['by a currency', 'The bridge cost $5m to build', 'The bridge cost 5m to build'],
    ['by another currency', 'The bridge cost $5m to build', 'The bridge cost £5m to build'],
    ['by a unit', 'Plums are up 5% this year', 'Plums are up 5 this year'],
    ['by a degree', 'It was 40° in the shade', 'It was 40 in the shade'],
    ['by a point for a comma', 'Marsh wants 3.125 plum trees', 'Marsh wants 3,125 plum trees'],
    ['by a limit', 'We lost <5 of the boats', 'We lost 5 of the boats'],
    ['by emphasis in capitals', 'We DID want plums', 'We did Want plums'],
    ['by a name in small letters', 'The US fans of plums know it', 'The us fans of Plums know it'],
    ['by an ending', 'We want the plum trees now', 'We want the plum tree now'],
    ['by a word that a space makes two', 'There is nowhere for plums', 'There is now here for plums'],
    ['by an editor’s denial', 'We are in favour of plums', 'We are [not] in favour of plums'],
    ['by one letter of a script without spaces', '大橋は来年まで閉鎖しません', '大橋は再年まで閉鎖しません'],
    ['by spelling', 'We want harbours for plums', 'We want harbors for plums'],
  ])('%s', async (_, published, asked) => expect(await verdictOn(published, asked)).toBe('differs'))

  it('where there is nothing to compare, nothing is exact', async () => {
    for (const asked of ['🙂 🙂', '… …', '“”?!', '[sic]', '\u0000\u0000', '％'])
      expect(await verdictOn('We want plums 🙂', asked).catch(({ name }: Error) => name), asked).toMatch(
        /not-found|UserError/,
      )
  })
})
