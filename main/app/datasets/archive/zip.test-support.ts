import { crc32, deflateRawSync } from 'node:zlib'

/** A file for a zip, and in what the zip lies about it. */
export interface ZipFile {
  readonly name: string | Buffer
  readonly content: string | Buffer
  readonly flags?: number
  readonly method?: number
  readonly saysBytes?: number
  readonly saysCrc?: number
  readonly saysOffset?: number
}

/** A zip archive, made by hand so that it can be wrong in any way. */
export const makeZip = (files: readonly ZipFile[], comment = ''): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const name = Buffer.from(file.name)
    const content = Buffer.from(file.content)
    const method = file.method ?? 8
    const packed = method === 8 ? deflateRawSync(content) : content
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(file.flags ?? 0, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(file.saysCrc ?? crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(file.saysBytes ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(file.saysOffset ?? offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, rest, name]))
    parts.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(entries.length, 8)
  end.writeUInt32LE(offset, 12)
  end.writeUInt16LE(comment.length, 16)
  return Buffer.concat([...parts, entries, Buffer.from('PK\u0005\u0006'), end, Buffer.from(comment)])
}
