import { deflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'

/** A .shp of one point. */
export function pointShp(x: number, y: number): Buffer {
  const shp = Buffer.alloc(128)
  shp.writeInt32BE(9994, 0)
  shp.writeInt32BE(64, 24)
  shp.writeInt32LE(1000, 28)
  shp.writeInt32LE(1, 32)
  shp.writeInt32BE(1, 100)
  shp.writeInt32BE(10, 104)
  shp.writeInt32LE(1, 108)
  shp.writeDoubleLE(x, 112)
  shp.writeDoubleLE(y, 120)
  return shp
}

/** A .dbf of one row, column AD in Windows-1254. */
export function nameDbf(name: string): Buffer {
  const dbf = Buffer.alloc(32 + 32 + 1 + 21, 0x20)
  dbf.fill(0, 0, 64)
  dbf.writeUInt8(3, 0)
  dbf.writeUInt32LE(1, 4)
  dbf.writeUInt16LE(65, 8)
  dbf.writeUInt16LE(21, 10)
  dbf.write('AD\0C', 32, 'latin1')
  dbf.write('C', 43, 'latin1')
  dbf.writeUInt8(20, 48)
  dbf.writeUInt8(0x0d, 64)
  iconv.encode(name, 'windows-1254').copy(dbf, 66)
  return dbf
}

/** A zip of deflated entries without checksums (readers that check them are not asked to here). */
export function zip(files: Record<string, Buffer>): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, data] of Object.entries(files)) {
    const packed = deflateRawSync(data)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, tail, Buffer.from(name)]))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(centrals.length, 8)
  end.writeUInt16LE(centrals.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}
