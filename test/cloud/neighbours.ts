import type { TestDeployment } from './deployment'

/** Lets a resident live in another's household, as nobody can be asked in through the app yet. */
export async function moveInWith(linli: TestDeployment, openId: string, withOpenId: string): Promise<void> {
  await linli.database.transaction((tx) =>
    tx.query(
      `UPDATE resident SET household_id = (SELECT household_id FROM resident WHERE open_id = $2)
       WHERE open_id = $1`,
      [openId, withOpenId],
    ),
  )
}
