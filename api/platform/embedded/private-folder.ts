import { chmodSync, lstatSync, mkdirSync, statSync } from 'node:fs'

/** Makes the folder of the database, or closes the one there, to other users of the machine: it holds people. */
export function closeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = statSync(folder)
  if (uid === process.getuid?.() && (mode & 0o077) !== 0) chmodSync(folder, 0o700)
}

/**
 * Makes the folder of the socket, or takes the one there. Everybody may write under the temporary folder and can guess its
 * name; whoever owned it could stand in for the database and be given everything.
 * @throws when it belongs to another user, or is a link to somewhere else
 */
export function takeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const there = lstatSync(folder)
  const self = process.getuid?.()
  if (!there.isDirectory() || (self !== undefined && there.uid !== self))
    throw new Error(`${folder} is not a folder of this user. Remove it, or set KOMSU_DATA to another folder.`)
  closeFolder(folder)
}
