import { deploy } from '../cloud/deployment'

it('a transaction fails by the query that failed, not by one that was sent together with it', async () => {
  const { database, close } = await deploy(Date.now())
  const deeper = async <Result>(work: () => Promise<Result>): Promise<Result> => await work()
  const failing = database.transaction((tx) =>
    Promise.all([deeper(() => deeper(() => deeper(() => tx.query('SELECT 1 / 0')))), tx.query('SELECT 1')]),
  )
  // By its code a transaction is tried again, or is not.
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  await close()
})
