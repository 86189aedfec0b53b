import iconv from 'iconv-lite'
import { InputError } from '../../api/platform/command.ts'
import { encodingOf } from './encoding.ts'
import type { Cell } from './reading.contract.ts'

type Field = Readonly<{ name: string; type: string; length: number; at: number }>

/** Language driver ids (byte 29) that name a code page used in Turkey. */
const DRIVERS: Record<number, string> = { 107: 'cp857', 136: 'cp857', 202: 'windows-1254', 154: 'windows-1254' }

/**
 * Reads a dBASE table (the .dbf of a shapefile). Encoding: the .cpg beside it, else what the bytes say, else the
 * language driver byte.
 * @returns encoding found and one record per row, null for a deleted one
 * @throws InputError when the table is cut
 */
export function readDbf(
  bytes: Buffer,
  cpg: string | null,
): { encoding: string; records: (Record<string, Cell> | null)[] } {
  const count = bytes.readUInt32LE(4)
  const start = bytes.readUInt16LE(8)
  const width = bytes.readUInt16LE(10)
  if (start < 33 || width < 2 || start + count * width > bytes.length)
    throw new InputError('.dbf dosyası yarıda kesilmiş ya da bozuk. / The .dbf file is cut or broken.')
  const encoding = encodingFor(bytes, cpg, start)
  const fields = fieldsOf(bytes, start, encoding)
  const records = Array.from({ length: count }, (_, i) => recordAt(bytes, start + i * width, { fields, encoding }))
  return { encoding, records }
}

function encodingFor(bytes: Buffer, cpg: string | null, start: number): string {
  const named = cpg ? nameOf(cpg) : null
  const body = bytes.subarray(start)
  const found = encodingOf(body.map(byte => (byte === 0 ? 0x20 : byte)))
  if (found === 'utf-8' || named === 'utf-8') return found === 'utf-8' ? 'utf-8' : 'windows-1254' // a .cpg that says UTF-8 may lie
  return named ?? DRIVERS[bytes.readUInt8(29)] ?? found
}

function nameOf(cpg: string): string | null {
  const text = cpg.trim().toLowerCase()
  if (/utf-?8|65001/.test(text)) return 'utf-8'
  const page = /(\d{3,5})/.exec(text)?.[1]
  if (page === '1254') return 'windows-1254'
  if (page === '857') return 'cp857'
  if (text.includes('8859-9') || text.includes('88599')) return 'iso-8859-9'
  return null // 1252 and the like are often written by tools that do not know Turkish: let the bytes speak
}

function fieldsOf(bytes: Buffer, start: number, encoding: string): Field[] {
  const fields: Field[] = []
  let at = 1
  for (let i = 32; i + 32 <= start && bytes[i] !== 0x0d; i += 32) {
    const end = bytes.indexOf(0, i)
    const name = iconv.decode(bytes.subarray(i, end >= i && end < i + 11 ? end : i + 11), encoding)
    const length = bytes.readUInt8(i + 16)
    fields.push({ name, type: String.fromCharCode(bytes.readUInt8(i + 11)), length, at })
    at += length
  }
  return fields
}

function recordAt(bytes: Buffer, at: number, how: { fields: Field[]; encoding: string }): Record<string, Cell> | null {
  if (bytes[at] === 0x2a) return null
  return Object.fromEntries(how.fields.map(field => [field.name, cellAt(bytes, at, { field, encoding: how.encoding })]))
}

function cellAt(bytes: Buffer, at: number, how: { field: Field; encoding: string }): Cell {
  const { field, encoding } = how
  const raw = bytes.subarray(at + field.at, at + field.at + field.length)
  const text = iconv.decode(raw, encoding).replaceAll('\0', '').trim()
  if (text === '' || /^\*+$/.test(text)) return null
  if (field.type === 'N' || field.type === 'F') return Number.isFinite(Number(text)) ? Number(text) : text
  if (field.type === 'D' && /^\d{8}$/.test(text)) return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  if (field.type === 'L') return /^[TtYyEe]$/.test(text)
  return text
}
