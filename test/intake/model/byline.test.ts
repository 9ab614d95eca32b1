import { describe, expect, it } from 'vitest'
import { namesIn } from '../../../src/intake/model/byline.ts'

describe('a byline', () => {
  it.each([
    ['Ines Okafor', ['Ines Okafor']],
    ['By Ines Okafor', ['Ines Okafor']],
    ['BY INES OKAFOR', ['INES OKAFOR']],
    ['By: Ines Okafor and Bo Quill', ['Ines Okafor', 'Bo Quill']],
    ['Ines Okafor, Bo Quill & Mara Quist', ['Ines Okafor', 'Bo Quill', 'Mara Quist']],
    ['By Ines Okafor, Staff Writer', ['Ines Okafor']],
    ['Ines Okafor | Harbour Reporter', ['Ines Okafor']],
    ['Written by Ines Okafor', ['Ines Okafor']],
    ['Von Jörg Müßig', ['Jörg Müßig']],
    ['Par Élise Roux et Luc Bas', ['Élise Roux', 'Luc Bas']],
    ['Sammy Okafor, Jr.', ['Sammy Okafor Jr.']],
    ['desk@bell.example (Ines Okafor)', ['Ines Okafor']],
    ['Ines de la Cruz', ['Ines de la Cruz']],
    ['Anderson Byrd', ['Anderson Byrd']],
    ['佐藤春子', ['佐藤春子']],
    ['The Associated Press', ['The Associated Press']],
  ])('“%s” names %j', (byline, names) => {
    expect(namesIn(byline)).toEqual(names)
  })

  it.each([
    '',
    'Staff',
    'webadmin',
    'okafor.ines',
    'i_okafor',
    'desk@bell.example',
    'https://bell.example/ines',
    'By Staff Reporter',
    'Newsroom',
    'admin',
    'Updated March 3, 2026',
    '@ines',
    'Bell Editorial Board',
  ])('“%s” names nobody', (byline) => {
    expect(namesIn(byline)).toEqual([])
  })
})
