import type { TestDeployment } from './deployment'

/** Lets a resident live in another's household at once, as one of it, with nothing else going along. */
export async function moveInWith(linli: TestDeployment, openId: string, withOpenId: string): Promise<void> {
  await linli.database.transaction((tx) =>
    tx.query(
      `UPDATE resident SET household_id = (SELECT household_id FROM resident WHERE open_id = $2)
       WHERE open_id = $1`,
      [openId, withOpenId],
    ),
  )
}
