/** What somebody is called, whatever the direction of its script: the words around it keep their own order. */
export const Name = ({ children }: { children: string }) => <bdi>{children}</bdi>
