import { buffer } from 'node:stream/consumers'
import { openPromise } from 'yauzl'
import { InputError } from '../../api/platform/command.ts'

const LARGEST = 4_000_000_000 // bytes unpacked; a bigger one is a zip bomb or belongs in a GeoPackage

/**
 * Unpacks the entries of a zip that are wanted, into memory.
 * @throws InputError when the zip is broken, cut or unreasonably large
 */
export async function unzip(path: string, isWanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const entries = new Map<string, Buffer>()
  let total = 0
  try {
    const zip = await openPromise(path)
    for await (const entry of zip.eachEntry()) {
      if (!isWanted(entry.fileName) || entry.fileName.startsWith('__MACOSX/')) continue
      total += entry.uncompressedSize
      if (total > LARGEST) throw new Error('too large when unpacked')
      entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
    }
    return entries
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InputError(`Zip açılamadı (${why}). / The zip is broken or cut.`)
  }
}
