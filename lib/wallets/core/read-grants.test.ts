import { describe, expect, it } from "vitest";
import { creditsToString } from "@/lib/kernel/micros";
import { readGrants } from "./read-grants";

const endOf = (day: string) => new Date(`${day}T00:00:00Z`);
const read = (...lines: string[]) => readGrants(lines.join("\r\n"), endOf);

describe("readGrants", () => {
  it("reads the columns by their names, in any order, with what is left out as null", () => {
    const { rows, problems } = read(
      "Reason,amount,customer,expires,category,priority",
      '"Thanks, really",12.5,42,2027-01-31,PAID,10',
      ",1,Zoë,,,",
      "",
    );

    expect(problems).toEqual([]);
    expect(rows.map(({ row, grant }) => ({ row, ...grant, amount: creditsToString(grant.amount) }))).toEqual([
      {
        row: 2,
        customer: "42",
        amount: "12.5",
        category: "paid",
        priority: 10,
        expiresAt: endOf("2027-01-31"),
        reason: "Thanks, really",
      },
      { row: 3, customer: "Zoë", amount: "1", category: null, priority: null, expiresAt: null, reason: null },
    ]);
  });

  it("takes semicolons, a byte order mark and quoted quotes", () => {
    const { rows } = read("\uFEFFcustomer;amount;reason", '7;3;"say ""hi"""');
    expect(rows[0]?.grant).toMatchObject({ customer: "7", reason: 'say "hi"' });
  });

  it.each([
    ["no column", "customer,sum", "42,3", 1, "amount"],
    ["no customer", "customer,amount", ",3", 2, "customer"],
    ["a negative amount", "customer,amount", "42,-3", 2, "amount"],
    ["nothing to grant", "customer,amount", "42,0", 2, "amount"],
    ["too many places", "customer,amount", "42,0.0000001", 2, "amount"],
    ["an unknown category", "customer,amount,category", "42,1,free", 2, "category"],
    ["a day that is none", "customer,amount,expires", "42,1,tomorrow", 2, "expires"],
    ["a priority out of bounds", "customer,amount,priority", "42,1,1001", 2, "priority"],
  ])("tells the line and the column of %s", (...[_name, header, line, row, path]) => {
    const { rows, problems } = read(header, line);
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ row, path }]);
  });
});
