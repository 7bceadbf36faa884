/**
 * Records as CRMs lay them out: what a value is called stands in a heading, a label beside or above it, a picture or an attribute.
 * Numbers of telephones are marked; those of fax machines, orders and accounts, which look the same, are not.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KINDS, marked, markedSoon, openStage, until, type Stage } from "./support/stage.ts";

/** In each `+` is a telephone's number and `-` is another's. */
const LAYOUTS: Readonly<Record<string, string>> = {
  "labels beside values in flex boxes": `<div class=flex><span>Fax</span><span>-</span></div><div class=flex><span>Phone</span><span>+</span></div><div class=flex>Order no. <span>-</span></div>`,
  "labels that styles set apart in the line": `<p><label style="display:inline-block">Fax</label>-</p><p><label style="float:left">Invoice</label>-</p><p><label style="float:left">Tel</label>+</p>`,
  "labels for screen readers only": `<p><span class=unseen>Fax</span> -</p><p><span class=unseen>Mobile</span>+</p><div><label class=unseen>Order number</label><span>-</span></div>`,
  "labels and values in turns in a grid": `<div style="display:grid;grid-template-columns:9em 1fr"><span>Phone</span><span>+</span><span>Order no.</span><span>-</span><span>Fax</span><span>-</span></div>`,
  "several values under one label": `<div><h4>Fax</h4><div class=v>-</div><div class=v>-</div></div><div><h4>Phone</h4><div class=v>+</div><div class=v>+</div></div>`,
  "lines of an address": `<p>Fax:<br>-</p><p>Invoice department<br>+</p><p>Fax: -<br>+</p>`,
  "pictures": `<p><i class="fa fa-phone"></i> + <i class="fa fa-fax"></i> -</p><p><i class="fas fa-fax"></i> -</p><p><svg width=9 height=9></svg> + <svg data-icon=fax width=9 height=9></svg> -</p><p><img alt="Fax" width=9 height=9> -</p><p><i title="Phone"></i>+</p>`,
  "names in attributes": `<div><b>Ada</b><p aria-labelledby=fax>-</p></div><b id=fax>Fax</b><section aria-label="Order details"><h3>Ada</h3><p>+</p></section><div><span data-label="Order no.">-</span></div>`,
  "heads of two rows": `<table><thead><tr><th rowspan=2>Name<th colspan=2>Contact<th rowspan=2>Order no.</tr><tr><th>Phone<th>Fax</tr></thead><tbody><tr><td>Ada<td>+<td>-<td>-</tr></tbody></table>`,
  "a head with a row of filters, and names that are words": `<table><thead><tr><th>Company<th>Phone<th>Contact<th>Invoice</tr><tr><th><input><th><input><th><input><th><input></tr></thead><tbody><tr><td>Fax Solutions<td>+<td>+<td>-</tr></tbody></table>`,
  "a head that is a table of its own": `<div><div><table><thead><tr><th>Name<th>Phone<th>Fax<th>Order</tr></thead></table></div><div><table><tbody><tr><td>Ada<td>+<td>-<td>-</tr></tbody></table></div></div>`,
  "a head that is a table of its own, far from its rows, with filters and a cell over the scroll bar": `<div><div><div><table><tr><td role=columnheader>Name<td role=columnheader>Phone<td role=columnheader>Order<td></tr><tr><td><input><td>is <input><td><input><td></tr></table></div></div><div><div><div><div><div><table><tbody><tr><td>Ada<td>+<td>-</tr></tbody></table></div></div></div></div></div></div>`,
  "rows of plain elements under the head of a table": `<div><div><table><thead><tr><th>Name<th>Phone<th>Fax<th>Deal ID<th></tr></thead></table></div><div><div><div><div><div class=row><div class=cell>Ada</div><div class=cell>+</div><div class=cell>-</div><div class=cell>-</div></div></div></div></div></div></div>`,
  "headings and values in turns": `<table><tbody><tr><th>Name<th>Phone<th>City</tr><tr><td>Ada<td>+<td>Leeds</tr><tr><th>Order no.<th>Fax<th>Mobile</tr><tr><td>-<td>-<td>+</tr></tbody></table>`,
  "records of several rows, and a head of as many": `<table><tbody><tr><th>No.<th>Subject<th></tr><tr><th>Phone<th>Fax<th>Order no.</tr></tbody><tbody><tr><td>7<td>Fax Solutions<td></tr><tr><td>+<td>-<td>-</tr></tbody></table>`,
  "details of a record under all headings": `<table><thead><tr><th>ID<th>Name<th>Fax</tr></thead><tbody><tr><td>7<td>Ada<td>-</tr><tr><td colspan=3><p><b>Phone</b> +</p><div><span style="display:block">Order no.</span><div>-</div></div></td></tr></tbody></table><table><thead><tr><th colspan=2>Fax<th>Phone</tr></thead><tr><td colspan=2>-<td>+</table>`,
  "heads with much white space in them": `<div><div><div class="flex tight head">${["Name", "Phone", "Fax", "Order no."].map((heading) => `<div class=w>${" ".repeat(300)}<p>${heading}</p>${" ".repeat(300)}</div>`).join("")}</div></div><div><div class="flex tight row"><div class=w>Ada</div><div class=w>+</div><div class=w>-</div><div class=w>-</div></div></div></div>`,
  "cells placed each by itself": `<div><div class="flex tight"><div class=w>Name</div><div class=w>Phone</div><div class=w>Fax</div><div class=w>Ticket</div></div><div><div style="position:relative;height:3em">${["Ada", "+", "-", "-"].map((text, n) => `<div class=w style="position:absolute;left:${String(9 * n)}em"><p>${text}</p></div>`).join("")}</div></div></div>`,
  "a head whose cells count otherwise than those below": `<table role=grid><thead><tr><th aria-colindex=1>Phone<th aria-colindex=2>Fax<th aria-colindex=3>Mobile<th aria-colindex=4>Deal ID</tr></thead><tbody><tr><td aria-colindex=3>+<td aria-colindex=4>-<td aria-colindex=5>+<td aria-colindex=6>-</tr></tbody></table>`,
  "rows that show only some of the head's columns": `<table role=grid><thead><tr><th aria-colindex=1>Name<th aria-colindex=2>Fax<th aria-colindex=3>Deal ID<th aria-colindex=4>Phone</tr></thead><tbody><tr><td aria-colindex=3>-<td aria-colindex=4>+</tr></tbody></table>`,
  "columns of departments": `<table><thead><tr><th>Sales Order<th>Support Ticket<th>Service<th>Sales Order Phone</tr></thead><tr><td>-<td>-<td>+<td>+</table>`,
  "a head behind its rows, placed over them, of plain cells": `<div class=over><div><table><tr><td class=w>Ada<td class=w>+<td class=w>-<td class=w>-<tr><td>Ben<td>+<td>-<td>-</table></div><div></div><div class=top><table><tr><td class=w>Name<td class=w>Phone<td class=w>Fax<td class=w>Deal ID</table></div></div>`,
  "a box for each column": `<div role=grid><div><div></div><div><div class="flex tight"><div><p class=w>Name</p></div><div><p class=w>Phone</p></div><div><p class=w>Fax</p></div><div><p class=w>Ticket</p></div></div></div></div><div><div></div><div><div class="flex tight"><div class=w><div role=gridcell>Ada</div><div role=gridcell>Ben</div></div><div class=w><div role=gridcell>+</div><div role=gridcell>+</div></div><div class=w><div role=gridcell>-</div><div role=gridcell>-</div></div><div class=w><div role=gridcell>-</div><div role=gridcell>-</div></div></div></div></div></div>`,
  "cells in a box within their row": `<div role=grid><div role=row><div role=columnheader></div><div role=columnheader>Name</div><i></i><div role=columnheader>Phone</div><i></i><div role=columnheader>Deal ID</div><i></i></div><div role=row><div role=gridcell></div><div role=presentation><div role=gridcell>Ada</div><div role=gridcell>+</div><div role=gridcell>-</div></div></div></div>`,
  "a grid that takes its cells from elsewhere": `<slotted-grid><b slot=h0>Name</b><b slot=h1>Phone</b><b slot=h2>Fax</b><b slot=h3>Deal ID</b><span slot=c0>Ada</span><span slot=c1>+</span><span slot=c2>-</span><span slot=c3>-</span></slotted-grid>`,
  "the kind of number in a cell of its own": `<table><thead><tr><th>Type<th>Value<th>Party</tr></thead><tr><td>Fax<td>-<td>Ada<tr><td>Telefax<td>-<td>Ben<tr><td>Phone<td>+<td>Fax Solutions</table>`,
  "fields and their values under a head": `<table><thead><tr><th>Field<th>Value</tr></thead><tr><td>Customer number<td>-<tr><td>Phone<td>+</table><table><thead><tr><th>Name<th>Telephone</tr></thead><tr><td>Fax Solutions<td>+</table>`,
  "cells that name their heading": `<b id=list-fax>Fax</b><b id=list-tel>Tel</b><table><tr><td aria-describedby=list-fax>-<td aria-describedby=list-tel>+</table>`,
  "an ARIA grid with indexes": `<div role=grid><div role=row><div role=columnheader aria-colindex=1>Name</div><div role=columnheader aria-colindex=3>Invoice no.</div><div role=columnheader aria-colindex=2>Phone</div></div><div role=row><div role=gridcell aria-colindex=2>+</div><div role=gridcell aria-colindex=3>-</div></div></div>`,
  "an ARIA grid whose first heading is a box that chooses all": `<div role=grid><div role=row><div role=gridcell><input type=checkbox></div><div role=columnheader>Name</div><div role=columnheader>Order</div><div role=columnheader>Phone</div></div><div role=row><div role=gridcell><input type=checkbox></div><div role=gridcell>Ada</div><div role=gridcell>-</div><div role=gridcell>+</div></div></div>`,
  "headings with arrows written as words, and with hints longer than a label": `<table><thead><tr><th>Name<th>Fax<i aria-hidden=true>arrow_upward</i><th><span style="visibility:hidden">Click to sort all rows by this column in ascending order</span><button>Invoice no.</button><th><span><span>Phone</span><div>Fax is the next one</div></span></tr></thead><tr><td>Ada<td>-<td>-<td>-</table>`,
  "names of records that head their rows": `<table><thead><tr><th>Name<th>Phone<th>Fax</tr></thead><tr><th scope=row>Fax Solutions Limited<td>+<td>-<tr><th scope=row>Fax<td>-<td>-</table><table><tr><th><th>Ada<th>Ben<tr><th scope=row>Phone<td>+<td>+<tr><th scope=row>Order no.<td>-<td>-</table>`,
  "cells that have a label each": `<table><tr><td><div>Name</div><div>Fax Solutions</div><td><div>Phone</div><div>+</div><td><div>Fax</div><div>-</div></table>`,
  "rows that are all alike": `<div class=rows><div class=row><div>Name</div><div>Phone</div><div>Invoice</div><div>Fax</div></div><div class=row><div>Ada</div><div>+</div><div>-</div><div>-</div></div><div class=row><div>Ben</div><div>+</div><div>-</div><div>-</div></div></div>`,
  "a box for each column, of plain elements": `<div><div><table cellspacing=0 cellpadding=0><tr><td class=w>Name<td class=w>Phone<td class=w>Fax<td class=w>Ticket</table></div><div class="flex tight"><div class=w><p>Ada</p><p>Ben</p></div><div class=w><p>+</p><p>+</p></div><div class=w><p>-</p><p>-</p></div><div class=w><p>-</p><p>-</p></div></div></div>`,
  "an ARIA grid with handles between its cells": `<div role=grid><div role=row><div role=columnheader>Name</div><i></i><div role=columnheader>Order</div><i></i><div role=columnheader>Phone</div><i></i></div><div role=row><div role=gridcell>Ada</div><i></i><div role=gridcell>-</div><i></i><div role=gridcell>+</div><i></i></div></div>`,
  "rows of plain elements": `<div><div class=head><div>Name</div><div>Phone</div><div>Fax</div><div>Order no.</div></div><div class=row><div>Order Services</div><div>+</div><div>-</div><div><a>-</a></div></div><div class=row><div>Ben</div><div>+</div><div>-</div><div>-</div></div></div>`,
  "rows of plain elements, their head apart": `<div><div><div class=head><span>Name</span><span>Phone</span><span>Fax</span></div></div><div><div class=row><span class=cell>Ada</span><span class=cell>+</span><span class=cell>-</span></div></div></div>`,
  "rows in boxes, and their head in another": `<div><header class=head><div class="flex heads"><span class=w>Name</span><span class=w>Phone</span><span class=w>Fax</span></div><div>2 of 2</div></header><div><div class=box><div class=line><div class="flex row"><div class=w>Ada</div><div class=w><a>+</a></div><div class=w><a>-</a></div></div><div>now</div></div></div><div class=box><div class=line><div class="flex row"><div class=w>Ben</div><div class=w><a>+</a></div><div class=w><a>-</a></div></div><div>now</div></div></div></div></div>`,
  "rows of which a part stands still": `<div><div class="flex heads"><div class=left><div class=w>Name</div></div><div class="flex right"><div class=w>Phone</div><div class=w>Order</div><div class=w>Fax</div></div></div><div class="flex rows"><div class=still><div class=row><div class=w>Ada</div></div><div class=row><div class=w>Ben</div></div></div><div class=moves><div class="flex row"><div class=w>+</div><div class=w>-</div><div class=w>-</div></div><div class="flex row"><div class=w>+</div><div class=w>-</div><div class=w>-</div></div></div></div></div>`,
  "words in front of a list that are no head of it": `<div><nav class=flex><span>Order</span><span>Invoice</span><span>Fax</span></nav><div><div class=box><div class="flex row"><div style="width:20em">Ada</div><div class=w>London</div><div class=w>+</div></div></div><div class=box><div class="flex row"><div style="width:20em">Ben</div><div class=w>Leeds</div><div class=w>+</div></div></div></div></div>`,
  "cells one after the other in a grid": `<div style="display:grid;grid-template-columns:repeat(4,1fr)"><b>Name</b><b>Phone</b><b>Fax</b><b>Invoice</b><div>Ada</div><div>+</div><div>-</div><div>-</div><div>Ben</div><div>+</div><div>-</div><div>-</div></div>`,
  "fields of three parts, which are no columns": `<div><div class=row><i></i><span>Contact</span><div>Mary Invoice</div></div><div class=row><i></i><span>Phone</span><div>+</div></div><div class=row><i></i><span>Fax</span><div>-</div></div></div>`,
  "components with the label in their shadow": `<labelled-value label="Fax"><span>-</span></labelled-value><labelled-value label="Phone"><span>+</span></labelled-value>`,
  "components within cells": `<table><thead><tr><th>Fax<th>Phone</tr></thead><tbody><tr><td><own-value number="-"></own-value></td><td><own-value number="+"></own-value></td></tr></tbody></table>`,
  "values with badges that stick to them": `<p><span>+</span><span style="margin-left:6px">Mobile</span></p>`,
  "labels and values in turns in one row": `<table><tr><th>Phone<td>+<th>Fax<td>-<tr><th>Invoice<td>-<th>Mobile<td>+</table>`,
  "a first row without markup, as spreadsheets paste it": `<table><tr><td>Name<td>Phone<td>Fax<td>Invoice<tr><td>Ada<td>+<td>-<td>-</table>`,
  "a first row that is none": `<table><tr><td>Name<td>Ada Phone<td>edit<tr><td>Fax<td>-<td>edit<tr><td>Phone<td>+<td>edit</table>`,
  "tables one after the other": `<table><thead><tr><th>Name<th>Phone<th>Order</thead><tr><td>Ada<td>+<td>-</table><table><tr><td>Ben<td>x<td>+</table>`,
  "a title over a head and its rows": `<div><h4>New</h4><div class="flex heads"><div class=w>Item</div><div class=w>Phone</div><div class=w>Deal ID</div></div>${`<div class="flex row"><div class=w>Ada</div><div class=w>+</div><div class=w>-</div></div>`.repeat(2)}</div>`,
  "panes beside each other, each with a head of its own": [3, 4].map((rows) => `<div style="position:relative;height:9em"><div class="pane heads" style="left:0;top:0"><div><span>Name</span></div></div><div class="pane heads" style="left:9em;top:0">${["Phone", "Order", "Fax"].map((text, n) => `<div class="pane w" style="left:${String(n * 9)}em"><i></i><span>${text}</span></div>`).join("")}</div><div class="pane side" style="left:0;top:2em">${["Ada", "Ben", "Cleo", "Dora"].slice(0, rows).map((name) => `<div>${name}</div>`).join("")}</div><div class="pane rows" style="left:9em;top:2em">${`<div style="position:relative;height:1.3em">${["+", "-", "-"].map((text, n) => `<div class="pane w" style="left:${String(n * 9)}em"><div>${text}</div></div>`).join("")}</div>`.repeat(rows)}</div></div>`).join(""),
  "numbered things in the line above": `<p><strong>Invoice no</strong><br>-<p>Order number<br>-<p><strong>Mobile no</strong><br>+<p><strong>Accounts</strong><br>+<p><small>Casenummer</small><br>-`,
  "names that repeat their value": `<p><span aria-label="Invoice number: 020 7946 0958"><b>-</b></span><p><span aria-label="Phone: 020 7946 0958"><b>+</b></span><p><a title="Ada: 0958">+</a>`,
  "labels in one box and values in the next": `<div class=flex><ul><li><span>Phone</span><li><span>Order no.</span></ul><ul><li><div><span>+</span></div><li><a>-</a></ul></div>`,
  "labels in the style sheet": `<table class=narrow><tr><td data-x=Phone>+<td data-x=Fax>-</table><p class=fax>-</p>`,
  "controls between label and value": `<div><span>Fax</span><button aria-label=Edit></button><div>-</div></div><div><span>Invoice no.</span><button>Copy</button><div>-</div></div><div><button>Fax ▾</button><div>-</div></div><div><button>Work ▾</button><div>+</div></div>`,
  "fields beside each other": `<div class=flex><div><label style="display:block">State</label><div>sent</div></div><div><label style="display:block">Fax</label><div>-</div></div><div><label style="display:block">Phone</label><div>+</div></div></div>`,
  "lists under their label": `<ul><li><span>Fax</span><ul><li>-</ul><li><span>Phone</span><ul><li>+</ul></ul>`,
  "items whose label has its value": `<ul><li><b>Ada</b>: no number<li><b>Ben</b>: <i>+</i><li>Fax: none<li>+</ul>`,
  "a line set off": `<p><b>Fax</b><br>-<br><b>Sales</b><br>+</p>`,
  "tiles with the label below": `<div><div>-</div><div>Invoice number</div></div><div><div>+</div><div>Main line</div></div>`,
  "a caption below in a list": `<ul><li><div><span style="display:block">+</span><p>Mobile</p></div><li><div><span style="display:block">-</span><p>Fax</p></div></ul>`,
  "labels and values in boxes of their own": `<div><div><div><span>Fax</span></div></div><div><div><div><div><span>-</span></div></div><i></i></div></div></div><div><div><div><label>Mobile</label></div></div><div><div><div><div><div>+</div></div></div></div><button>Copy</button></div></div><div><div><div><div><span>-</span></div></div></div><div><span>Invoice no.</span></div></div><p data-label=Ticket><span><b>-</b></span></p><div><strong>-</strong><small style="display:block">Fax</small></div>`,
  "a badge or a hint between label and value": `<div><label>Invoice no.</label><span class=badge>new</span><div>-</div></div><div><label>Phone</label><p>Without spaces</p><div>+</div></div>`,
  "what leads to other pages is no label": `<div role=tablist><button role=tab>Orders</button><b>Invoices</b></div><div><p>+</p></div>`,
  "kinds that are chosen": `<div><select><option>Work<option selected>Fax</select> <span>-</span></div><div><select><option selected>Work<option>Fax</select> <span>+</span></div><div>Type: <select><option>Mobile<option selected>Fax</select> -</div><div>- <select><option>Mobile<option selected>Fax</select></div><div>+ <select><option selected>Mobile<option>Fax</select></div><div class=flex><div><select><option selected>Phone<option>Work fax</select></div><div><span>+</span></div></div><div class=flex><div><select><option>Phone<option selected>Work fax</select></div><div><span>-</span></div></div><div class=flex><input readonly value=Fax><span>-</span></div>`,
  "fax machines named where nobody sees it": `<p>Ada <span title=Fax>-</span>, <span title=Phone>+</span></p><p><a title="Fax number" href="#">-</a> <a title=Call href="#">+</a></p><p><span aria-label=Fax></span> -</p><p><span title=Fax><b>-</b></span></p>`,
  "pictures of printers, and pictures written as words": `<p><i class="xy xy-phone"></i> + <i class="xy xy-printer"></i> -</p><p><i class="xy no-print"></i> +</p><p><a class="xy-print" href="#"></a> +</p><p><i class=material-icons>print</i> -</p><div class=flex><i class=material-icons>fax</i><div>-</div></div><div class=flex><i class=material-icons>call</i><div>+</div></div><div class=flex><span>📠</span><span>-</span></div><p>+ <x-icon name=printer></x-icon> -</p><div class=flex><div><i class=material-icons><b>print</b></i></div><div><p>-</p></div></div><p><i class=xy-printer style="cursor:pointer"></i> +</p><div class=flex><span><i class="fa fa-fax"></i></span><span>-</span></div>`,
  "said behind": `<p>+ • Mobile</p><p>- › Fax</p><p>- • Work fax</p><p>- (Fax)</p><p>- (Telefax)</p><p>+ (Halifax)</p><p>+ (Mobile)</p><p><span>-</span> <span>Fax</span></p><p>+ (Tel/Fax)</p>`,
  "signs and drawings with a name": `<p>📠 -</p><p>☎ +</p><p><svg width=9 height=9><title>Fax</title></svg> -</p><p itemprop=faxNumber>-</p>`,
  "an ARIA table of inline elements": `<div role=table><div role=row><span role=columnheader>Name</span><span role=columnheader>Phone</span><span role=columnheader>Fax</span></div><div role=row><span role=cell>7</span><span role=cell>+</span><span role=cell>-</span></div></div>`,
  "labels from attributes, shown by the style sheet": `<p class=said data-l=Fax>-</p><p class=said data-l=Phone>+</p><p class=said data-l="Order no.">-</p><p class=said>+</p><p class=own style='--l:"Fax: "'>-</p><p class=own style='--l:"Phone: "'>+</p>`,
  "drawings from a sheet of drawings": `<div class=flex><svg width=9 height=9><use xlink:href="#icon-fax"/></svg><span>-</span></div><div class=flex><svg width=9 height=9><use xlink:href="#icon-phone"/></svg><span>+</span></div>`,
  "flags between label and value": `<div><span>Fax</span><div><img class=flag alt="United Kingdom"><a>-</a></div></div><div><span>Phone</span><div><img class=flag alt="United Kingdom"><a>+</a></div></div>`,
  "cells that reach over several rows": `<table><thead><tr><th>Company<th>Name<th>Phone<th>Fax</tr></thead><tr><td rowspan=3>Acme<td>Ada<td>+<td>-<tr><td>Ben<td>+<td>-<tr><td>Cleo<td>+<td>-<tr><td>Other<td>Dora<td>+<td>-</table>`,
  "headings of several rows": `<table><tr><th rowspan=2>Fax<td>Work<td>-<tr><td>Home<td>-<tr><th rowspan=2>Phone<td>Work<td>+<tr><td>Home<td>+</table>`,
  "headings over groups of headings": `<table><thead><tr><th rowspan=2>Name<th colspan=2>Fax<th colspan=2>Phone<tr><th>Work<th>Home<th>Work<th>Home</tr></thead><tr><td>Ada<td>-<td>-<td>+<td>+</table>`,
  "cells between label and value": `<table><tr><td>Fax<td>:<td>-<tr><td>Phone<td>:<td>+</table><table><tr><td>Order no.<td><i></i><td>-<tr><td><i class="fa fa-fax"></i><td>-<tr><td>Phone<td><i></i><td>+</table>`,
  "a column for each record": `<table><tr><td>Name<td>Ada<td>Ben<tr><td>Phone<td>+<td>+<tr><td>Fax<td>-<td>-</table>`,
  "two columns under a first row": `<table><tr><td>Name<td>Fax<tr><td>Ada<td>-<tr><td>Ben<td>-</table><table><tr><td>Name<td>Fax Solutions 24<tr><td>Phone<td>+</table>`,
  "what a whole table stands under": `<table><caption>Fax numbers</caption><tr><td>Ada<td>-</table><table><caption>Phone numbers</caption><tr><td>Ada<td>+</table><h3>Fax</h3><table><tr><td>London<td>-<tr><td>Leeds<td>-</table><h3>Fax machines</h3><h3>Sales</h3><table><tr><td>London<td>+</table>`,
  "rows that are titles": `<table><tr><th colspan=2>Phones<tr><td>Ada<td>+<tr><th colspan=2>Fax<tr><td>Ada<td>-<tr><td>Ben<td>-<tr><th colspan=2>Phones<tr><td>Ben<td>+</table>`,
  "groups with a name": `<div role=group aria-label="Fax"><p>-</p><p>-</p></div><div role=group aria-label="Phone numbers"><p>+</p></div><section aria-labelledby=named-fax><h3 id=named-fax>Fax numbers</h3><div><p>London</p><p>-</p></div></section><section><h3>Fax</h3><p>-</p><p>Phone +</p></section>`,
  "a table in a cell": `<table><tr><th>Details<th>Fax<tr><td>x<td><table><tr><td>-</table></table>`,
  "labels that name their value": `<ul><li><label for=far-fax>Fax</label><li><label for=far-phone>Phone</label></ul><ol><li><b id=far-fax>-</b><li><b id=far-phone>+</b></ol>`,
  "a label of a field in front": `<label>Fax <input readonly value="-"></label><p>+</p>`,
  "a caption after a line break": `<p><b>-</b><br><small>Fax</small></p><p><b>+</b><br><small>Phone</small></p>`,
  "values called a telephone's under a fax machine's title": `<section><h3>Fax</h3><dl><dt>Phone<dd>+<dt>London<dd>-</dl></section><table><caption>Fax</caption><tr><td>Phone<td>+<tr><td>Leeds<td>-</table>`,
  "terms that are pictures": `<dl><dt><i class="fa fa-phone"></i><dd>+<dt><i class="fa fa-fax"></i><dd>-</dl>`,
  "editors that only show": `<div class="ql-editor" contenteditable="false"><p>Phone +</p></div><div role=textbox aria-readonly=true>+</div><div class="ProseMirror" contenteditable="true">-</div>`,
};
const COMPONENTS = `<script>
  for (const [name, markup] of [["labelled-value", (e) => "<div>" + e.getAttribute("label") + "</div><div><slot></slot></div>"], ["own-value", (e) => "<a>" + e.getAttribute("number") + "</a>"], ["slotted-grid", () => "<table role=grid><thead><tr>" + [0, 1, 2, 3].map((n) => "<th><slot name=h" + n + "></slot></th>").join("") + "</tr></thead><tbody><tr>" + [0, 1, 2, 3].map((n) => "<td role=gridcell><slot name=c" + n + "></slot></td>").join("") + "</tr></tbody></table>"]])
    customElements.define(name, class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: name === "own-value" ? "closed" : "open" }).innerHTML = markup(this); } });
</script>`;
const STYLE = `<style>.w{width:9em}.pane{position:absolute}.flex{display:flex;gap:1em}.cell{display:table-cell}.narrow td::before{content:attr(data-x) ": "}.fax::before{content:"Fax: "}.said::before{content:attr(data-l) ": "}.own::before{content:var(--l)}.over{position:relative;padding-top:4em}.over .top{position:absolute;top:0}.tight{gap:0}.unseen{position:absolute;width:1px;height:1px;overflow:hidden}</style>`;

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test("telephones are told from what is called otherwise, however it is called so", async () => {
    const wanted = new Map<string, string[]>();
    let count = 0;
    const body = Object.entries(LAYOUTS).map(([name, layout]) => {
      const numbers: string[] = [];
      wanted.set(name, numbers);
      const filled = layout.replace(/(?<=[>\s"])[+-](?=[\s<"])/gu, (sign) => {
        const number = `020 7946 ${String(1000 + count++)}`;
        if (sign === "+") numbers.push(number);
        return number;
      });
      return `<section>${filled}</section>`;
    });
    const page = await stage.open(`<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Records</title>${STYLE}<body>${body.join("<hr>")}${COMPONENTS}`);
    await until("marks", async () => (await marked(page)).length > 0);
    await until("all to be read", async () => {
      const before = (await marked(page)).length;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return (await marked(page)).length === before;
    });
    const marks = new Set(await marked(page));
    const faults = [...wanted].flatMap(([name, numbers]) => numbers.filter((number) => !marks.has(number)).map((number) => `${name}: ${number} is missing`));
    const right = new Set([...wanted.values()].flat());
    expect([...faults, ...[...marks].filter((number) => !right.has(number)).map((number) => `${number} is marked`)]).toEqual([]);
    expect(right.size).toBeGreaterThan(25);
    await page.close();
  });

  test("titles, scripts and style sheets of a page are no headings of its numbers", async () => {
    const page = await stage.open(`<!doctype html><html lang="en-GB"><title>Order</title><script></script><style>.f{margin:0}</style><body><ul><li>020 7946 0401<li>020 7946 0402<li>020 7946 0403</ul>`);
    await markedSoon(page, 3);
    await page.close();
  });

  test("what is put in place of a label, or into another slot, counts at once", async () => {
    const page = await stage.open(`<!doctype html><html lang="en-GB"><title>Labels</title><body><dl><dt>Fax<dd>020 7946 0411</dl><x-tabs><b slot=one>020 7946 0412</b></x-tabs><script>
      customElements.define("x-tabs", class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: "open" }).innerHTML = "<div>Fax <slot name=one></slot></div><div>Phone <slot name=two></slot></div>"; } })</script><p>020 7946 0413`);
    expect(await markedSoon(page, 1)).toEqual(["020 7946 0413"]);
    const label = (text: string): Promise<void> => page.evaluate((words) => document.querySelector("dt")!.replaceWith(Object.assign(document.createElement("dt"), { textContent: words })), text);
    await label("Phone");
    await page.evaluate(() => (document.querySelector("b")!.slot = "two"));
    expect((await markedSoon(page, 3)).toSorted()).toEqual(["020 7946 0411", "020 7946 0412", "020 7946 0413"]);
    await label("Fax");
    await page.evaluate(() => (document.querySelector("b")!.slot = "one"));
    expect(await markedSoon(page, 1)).toEqual(["020 7946 0413"]);
    await page.close();
  });

  test("a kind of number that a person chooses counts at once", async () => {
    const choice = (label: string): string => `<div style="display:flex"><label>${label}<select><option>Phone<option>Fax</select></label><span>020 7946 0958</span></div>`;
    const page = await stage.open(`<!doctype html><html lang="en-GB"><title>Kinds</title><body>${choice("")}<div id=host></div><script>host.attachShadow({ mode: "open" }).innerHTML = '${choice("Kind")}'</script>`);
    for (const [kind, count] of [["", 2], ["Fax", 0], ["Phone", 2]] as const) {
      for (const select of kind === "" ? [] : [await page.$("select"), await page.$("#host >>> select")]) await select?.select(kind);
      await until(`${String(count)} marks with ${kind}`, async () => (await marked(page)).length === count || null);
    }
    await page.close();
  });
});
