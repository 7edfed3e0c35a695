import { expect, test } from "vitest";
import { readProfiles } from "../../../../../web/src/engine/model/reference/table";

/** Names in capitals with a digit are genes. */
const likeness = (names: readonly string[]) => names.filter((name) => /^[A-Z]+\d/.test(name)).length / names.length;
const read = (text: string, name = "t.csv") => readProfiles(name, text, likeness);

test("genes in rows and types in columns are read, of commas, tabs, semicolons, and with R's short header", () => {
  const expected = {
    genes: ["CD3", "CD19", "MS4"],
    labels: ["B cell", "T cell"],
    codes: [1, 0],
    values: Float64Array.of(5.5, 0, 1, 4, 0, 3),
  };
  expect(read("gene,T cell,B cell\nCD3,5.5,0\nCD19,1,4\nMS4,0,3\n")).toMatchObject(expected);
  expect(read('gene\tT cell\t"B cell"\r\nCD3\t5.5\t0\r\nCD19\t1\t4\r\nMS4\t0\t3\r\n')).toMatchObject(expected);
  expect(read("\uFEFFgene;T cell;B cell\nCD3;5.5;0\nCD19;1;4\nMS4;0;3")).toMatchObject(expected);
  expect(read("T cell,B cell\nCD3,5.5,0\nCD19,1,4\nMS4,0,3\n")).toMatchObject(expected);
});

test("types in rows and genes in columns are turned, by their names", () => {
  expect(read("type,CD3,CD19,MS4\nT cell,5.5,1,0\nB cell,0,4,3\n")).toMatchObject({
    genes: ["CD3", "CD19", "MS4"],
    labels: ["B cell", "T cell"],
    codes: [1, 0],
    values: Float64Array.of(5.5, 0, 1, 4, 0, 3),
  });
  // Where names tell nothing, there are more genes than types.
  expect(read("x,a,b\nu,1,2\nv,3,4\nw,5,6\n")).toMatchObject({ genes: ["u", "v", "w"], labels: ["a", "b"] });
});

test("GCT of both versions is read, ids and symbols apart, and columns of several profiles of a type are one label", () => {
  const gct =
    "#1.2\n3\t3\nName\tDescription\tT\tB\tT\n" +
    "ENSG00000000003.14\tCD3\t5\t0\t6\nENSG00000000005.5\tCD19\t1\t4\t2\nENSG00000000419\tMS4\t0\t3\t1\n";
  expect(read(gct, "t.gct")).toMatchObject({
    genes: ["CD3", "CD19", "MS4"],
    ensembl: ["ENSG00000000003", "ENSG00000000005", "ENSG00000000419"],
    labels: ["B", "T"],
    codes: [1, 0, 1],
    scale: "counts",
  });
  const annotated = "#1.3\n2\t2\t1\t1\nid\tDescription\tT\tB\ndonor\tna\tx\ty\nCD3\td1\t5.5\t0\nCD19\td2\t1\t4\n";
  expect(read(annotated, "t.gct")).toMatchObject({ genes: ["CD3", "CD19"], values: Float64Array.of(5.5, 0, 1, 4) });
});

test("the scale is told: counts are whole, logarithms are small or below zero, all else is linear", () => {
  expect(read("g,a,b\nG1,1,200\nG2,3,4\n").scale).toBe("counts");
  expect(read("g,a,b\nG1,1.5,20\nG2,3,4\n").scale).toBe("log");
  expect(read("g,a,b\nG1,-1,200\nG2,3.5,4\n").scale).toBe("log");
  expect(read("g,a,b\nG1,1.5,200\nG2,3,4\n").scale).toBe("linear");
});

test("genes with a missing value are left out and counted, and columns of ids and lengths are no profiles", () => {
  expect(read("gene,entrez_id,T,B\nG1,100,1,2\nG2,200,NA,2\nG3,300,3,\nG4,400,5,6\n")).toMatchObject({
    genes: ["G1", "G4"],
    labels: ["B", "T"],
    missing: 2,
    values: Float64Array.of(1, 2, 5, 6),
  });
});

test.each([
  ["gene,about\nCD3,x\nCD19,y\n", /no column of numbers/],
  ["1,2\n3,4\n", /no names of genes/],
  ["gene,T\nCD3,1\nCD19,2\n", /profiles of one type alone \(T\)/],
  ["gene,T,B\nCD3,1,2\nCD3,2,3\nCD19,1,1\n", /the gene CD3 more than once/],
  ["gene,T,B\nCD3,1,x\nCD19,2,3\nMS4,1,2\n", /'x' in row 1 of column B, which is no number/],
  ["gene,T,B\nCD3,1,Infinity\nCD19,2,3\nMS4,1,2\n", /which is no number/],
  ["gene,T,B\nCD3,NA,2\nCD19,2,NaN\n", /a value missing in every gene/],
  ["gene,T,B\nCD3,1,2\nCD19,2\n", /Row 2 of t.csv has 2 fields where 3 are due/],
  ["gene,T,B\n", /no row below its header/],
  ["", /holds no table/],
])("what is no table of profiles is refused in a sentence: %j", (text, words) => {
  expect(() => read(text)).toThrow(words);
});
