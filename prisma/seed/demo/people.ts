/** A customer of the demo shop. `weight` is how often they turn up, beside the others. */
export type Persona = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly weight: number;
};

function persona(id: number, name: string, [weight, ...roles]: readonly [number, ...string[]]): Persona {
  const plain = name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z ]/g, "");
  return { id: String(id), name, email: `${plain.replaceAll(" ", ".")}@example.com`, roles, weight };
}

/** Customers who shop, with and without a subscription. */
export const SHOPPERS = [
  persona(1001, "Mara Lindqvist", [14, "subscriber"]),
  persona(1002, "Jonas Weidner", [9, "subscriber"]),
  persona(1003, "Aoife Brennan", [8, "subscriber"]),
  persona(1004, "Théo Marchand", [7]),
  persona(1005, "Sofia Almeida", [7, "subscriber"]),
  persona(1006, "Kenji Mori", [6]),
  persona(1007, "Hanne Dahl", [6]),
  persona(1008, "Luca Ferri", [5, "subscriber"]),
  persona(1009, "Zuzana Novak", [5]),
  persona(1010, "Olu Adeyemi", [4]),
  persona(1011, "Greta Sommer", [4, "subscriber"]),
  persona(1012, "Mateo Rojas", [4]),
  persona(1013, "Ylva Strand", [3]),
  persona(1014, "Piet van Dam", [3, "subscriber"]),
  persona(1015, "Nadia Haddad", [3]),
  persona(1016, "Ewan Muir", [3]),
  persona(1017, "Clara Engel", [2]),
  persona(1018, "Rui Tavares", [2]),
  persona(1019, "Dana Petrova", [2, "subscriber"]),
  persona(1020, "Samir Aziz", [2]),
  persona(1021, "Ida Nyberg", [1]),
  persona(1022, "Bram Claes", [1]),
] as const;

/** The shop's own people, who write, plan and look things up. */
export const STAFF = [
  persona(2001, "Freya Lund", [5, "editor"]),
  persona(2002, "Anton Keller", [4, "editor"]),
  persona(2003, "Rosa Quint", [3, "editor", "subscriber"]),
  persona(2004, "Milan Hruby", [2, "staff"]),
] as const;

/** What runs without anybody: automations book on an account of their own. */
export const MACHINE = persona(3001, "Night jobs", [1, "staff"]);

export const EVERYBODY: readonly Persona[] = [...SHOPPERS, ...STAFF, MACHINE];
