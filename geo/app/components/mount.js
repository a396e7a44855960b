export default async (mount) => (await gate).hosts.NAME(mount);
