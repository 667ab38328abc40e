import { randomBytes } from 'node:crypto'
import { SECOND } from '@/domain/time'
import { RequestFailure } from '../handler'
import { dropStoredFiles, insertStoredFile, listStoredFiles } from '../repositories/stored-file'
import { fileName } from './exports'
import { LINK_LASTS, type Files } from './files'
import { makeFile } from './make-file'

/** The platform's storage as wx-server-sdk documents it, as far as it is needed here. */
export interface PlatformStorage {
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  /** `maxAge` in seconds; `status` 0: there is a link */
  getTempFileURL(files: {
    fileList: { fileID: string; maxAge: number }[]
  }): Promise<{ fileList: { tempFileURL: string; status: number }[] }>
  deleteFile(files: { fileList: string[] }): Promise<unknown>
}

/** Most that the platform deletes in one call. */
const AT_A_TIME = 50

/** A cloud function answers no GET: the file is put into the platform's storage, and taken away when its link is over. */
export function createStoredFiles(storage: PlatformStorage): Files {
  return {
    async offer({ tx, now }, ticket) {
      const file = await makeFile(tx, ticket, now)
      if (!file) throw new RequestFailure('forbidden', 'this needs a higher role in the community')
      const expiresAt = now + LINK_LASTS
      // The name of the file says nothing and cannot be guessed: whoever has it needs no other right.
      const cloudPath = `exports/${randomBytes(24).toString('hex')}.${ticket.format}`
      const { fileID } = await storage.uploadFile({ cloudPath, fileContent: Buffer.from(file.bytes) })
      const maxAge = LINK_LASTS / SECOND
      const { fileList } = await storage.getTempFileURL({ fileList: [{ fileID, maxAge }] })
      const [link] = fileList
      if (link?.status !== 0 || !link.tempFileURL) {
        await storage.deleteFile({ fileList: [fileID] })
        throw new RequestFailure('unavailable', 'the platform gave no link to the file; try again')
      }
      await insertStoredFile(tx, ticket.communityId, { fileId: fileID, expiresAt })
      return { url: link.tempFileURL, name: fileName(ticket), expiresAt }
    },
    async sweep(database, communityId, now) {
      const over = await database.transaction((tx) => listStoredFiles(tx, communityId, now, AT_A_TIME))
      if (over.length === 0) return
      // Deleted first: what fails here is tried again by the next tick, and a file that is gone already is no failure.
      await storage.deleteFile({ fileList: over })
      await database.transaction((tx) => dropStoredFiles(tx, communityId, over))
    },
  }
}
