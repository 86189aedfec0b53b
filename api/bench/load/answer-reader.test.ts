import { expect, test } from 'vitest'
import { AnswerReader } from './answer-reader.ts'

const CRLF = '\r\n'
const WITH_LENGTH = ['HTTP/1.1 200 OK', 'Content-Type: x', 'content-length: 5', '', 'abcde'].join(CRLF)
const CHUNKED = [
  'HTTP/1.1 200 OK',
  'Transfer-Encoding: chunked',
  '',
  '3',
  'a\r\n',
  '10',
  '0123456789abcdef',
  '0',
  '',
  '',
].join(CRLF)
const EMPTY = ['HTTP/1.1 204 No Content', 'Date: today', '', ''].join(CRLF)

test.each([
  ['with a length', WITH_LENGTH, { status: 200, bytes: 5 }],
  ['in chunks', CHUNKED, { status: 200, bytes: CHUNKED.length - CHUNKED.indexOf('\r\n\r\n') - 4 }],
  ['without content', EMPTY, { status: 204, bytes: 0 }],
])('reads an answer %s, however it is cut', (_name, text, expected) => {
  for (let cut = 1; cut < text.length; cut++) {
    const reader = new AnswerReader()
    expect(reader.take(Buffer.from(text.slice(0, cut)))).toBeUndefined()
    expect(reader.take(Buffer.from(text.slice(cut)))).toEqual(expected)
    expect(reader.take(Buffer.from(WITH_LENGTH))).toEqual({ status: 200, bytes: 5 })
  }
})

test('an answer without any length is refused, not guessed', () => {
  expect(() => new AnswerReader().take(Buffer.from('HTTP/1.1 200 OK\r\nServer: x\r\n\r\nabc'))).toThrow('no length')
})
