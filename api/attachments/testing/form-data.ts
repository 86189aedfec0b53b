import sharp from 'sharp'

export type FileOf = Readonly<{ name: string; content: Buffer; type?: string }>

const BOUNDARY = 'komsu-test-boundary'

/** A multipart/form-data request as a browser sends it: fields, then files. */
export function formData(fields: Readonly<Record<string, string | number>>, files: readonly FileOf[]) {
  const parts: Uint8Array[] = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  for (const { name, content, type = 'image/jpeg' } of files) {
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
    parts.push(Buffer.from(head), content, Buffer.from('\r\n'))
  }
  parts.push(Buffer.from(`--${BOUNDARY}--\r\n`))
  return {
    body: Buffer.concat(parts),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  }
}

/** A photo lying on its side, with camera and place in its EXIF. */
export function photo(width = 800, height = 600): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#5b7' } })
    .jpeg()
    .withMetadata({
      orientation: 6,
      exif: { IFD0: { Model: 'KomsuPhone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 27/1 0/1' } },
    })
    .toBuffer()
}

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(512, 0x90)])
