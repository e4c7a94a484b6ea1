-- AlterTable
ALTER TABLE "Session" ADD COLUMN "activeAt" DATETIME;
